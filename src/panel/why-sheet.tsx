// "Why": the words that raised the heat and those that eased it, when, and the curve they made. No number of heat anywhere.
import { words } from '../platform/words';
import type { HeatPoint, Mood, Signal } from '../protocol/advice';
import type { Utterance } from '../protocol/utterance';
import { HEAT_LEVELS } from '../protocol/vocabulary';
import { Row } from '../ui/row';
import { Sheet } from '../ui/sheet';
import { HeatCurve, type Moment } from './heat-curve';
import type { PanelState } from './panel-state';
import { quoted, timeOfDay } from './wording';

/** Utterances in which heat moved, numbered in the order they were said; those that eased it last where nothing tells. */
function numberMoments({ raised, lowered, curve }: Mood): readonly Moment[] {
  const order = new Map(curve.map(({ utterance }, i) => [utterance, i]));
  const place = (signal: Signal): number => order.get(signal.utterance) ?? Number.MAX_SAFE_INTEGER;
  const said = new Map<string, { readonly signal: Signal; readonly eased: boolean }>();
  for (const signal of raised) said.set(signal.utterance, { signal, eased: false });
  for (const signal of lowered) if (!said.has(signal.utterance)) said.set(signal.utterance, { signal, eased: true });
  return [...said.values()]
    .sort((a, b) => place(a.signal) - place(b.signal))
    .map(({ signal, eased }, i) => ({ utterance: signal.utterance, number: i + 1, eased }));
}

/** "From 14:26: uneasy, angry, upset": each level once per stay. */
function curveWords(curve: readonly HeatPoint[]): string {
  const first = curve[0];
  if (first === undefined) return words('why_curve_none');
  const levels = curve.filter(({ level }, i) => level !== curve[i - 1]?.level).map(({ level }) => words(`level_${level}`));
  return words('why_curve', timeOfDay(first.at), levels.join(', '));
}

export function WhySheet({ state }: { readonly state: PanelState }) {
  const advice = state.advice.value;
  const open = state.sheet.value === 'why' && advice !== null;
  const stage = state.stage.value;
  const next = stage.kind === 'phrase' ? stage.suggestion.text : null;
  return (
    <Sheet
      name="why"
      title={words('why_title')}
      closeLabel={words('close')}
      open={open}
      onClose={() => {
        state.sheet.value = null;
      }}
      foot={
        next === null ? undefined : (
          <p class="sheet-next">
            <span class="sheet-next-label">{words('why_next')}</span>
            <span class="sheet-next-text">{next}</span>
          </p>
        )
      }
    >
      {open ? <WhyBody mood={advice.mood} utterances={state.record.value?.utterances ?? []} /> : null}
    </Sheet>
  );
}

function WhyBody({ mood, utterances }: { readonly mood: Mood; readonly utterances: readonly Utterance[] }) {
  const moments = numberMoments(mood);
  const first = mood.curve[0];
  return (
    <>
      {mood.certain ? null : <p class="why-note">{words('why_unclear')}</p>}
      {mood.abusive ? <p class="why-note">{words('why_abusive')}</p> : null}
      {first === undefined ? null : (
        <div class="curve-place">
          <ol class="curve-levels" aria-hidden="true">
            {[...HEAT_LEVELS].reverse().map((level) => (
              <li key={level}>{words(`level_${level}`)}</li>
            ))}
          </ol>
          <div>
            <HeatCurve curve={mood.curve} moments={moments} label={curveWords(mood.curve)} />
            <p class="curve-axis" aria-hidden="true">
              <span>{timeOfDay(first.at)}</span>
              <span>{words('why_now')}</span>
            </p>
          </div>
        </div>
      )}
      <Row label={words('why_raised')} part="raised">
        <SignalList part="raised" signals={mood.raised} moments={moments} utterances={utterances} />
      </Row>
      <Row label={words('why_lowered')} part="lowered">
        <SignalList part="lowered" signals={mood.lowered} moments={moments} utterances={utterances} />
      </Row>
    </>
  );
}

type SignalListProps = {
  readonly part: 'raised' | 'lowered';
  readonly signals: readonly Signal[];
  readonly moments: readonly Moment[];
  readonly utterances: readonly Utterance[];
};

function SignalList({ part, signals, moments, utterances }: SignalListProps) {
  if (signals.length === 0) return <p class="nothing">{words(`why_nothing_${part}`)}</p>;
  return (
    <ul class="signals" data-part={part}>
      {signals.map((signal) => {
        const at = utterances.find(({ id }) => id === signal.utterance)?.at;
        return (
          <li key={`${signal.utterance} ${signal.rule} ${signal.start}`} class="signal" data-signal={signal.category}>
            <span class={`signal-number signal-${part}`} aria-hidden="true">
              {moments.find(({ utterance }) => utterance === signal.utterance)?.number}
            </span>
            <span>
              <b dir="auto">{quoted(signal.text)}</b> <span class="signal-what">{words(`cue_${signal.category}`)}</span>
            </span>
            {at === undefined ? null : <time class="signal-time">{timeOfDay(at)}</time>}
          </li>
        );
      })}
    </ul>
  );
}
