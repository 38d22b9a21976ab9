// How the customer sounds: a line, a word, which way it goes, and the words it rests on. The whole row opens "Why".
import { useRef } from 'preact/hooks';
import { words } from '../platform/words';
import type { Mood } from '../protocol/advice';
import { HEAT_LEVELS, type HeatLevel } from '../protocol/vocabulary';
import { HeatTile } from '../ui/heat-tile';
import { Icon } from '../ui/icon';
import type { PanelState } from './panel-state';
import type { PanelReading } from './stage';
import { quoted } from './wording';

const MAX_QUOTES = 2;
/** A rise is marked once, and not again before this. */
const MIN_BETWEEN_RISES_MS = 20_000;
/** As long as --rise-time. */
const RISE_MS = 600;

/**
 * The words shown beside the level: what raised it, or on a calm conversation what speaks for it. Each text once, what has a name
 * before what is only worded so; of a calm one only what has a name.
 */
function heatQuotes({ level, raised, lowered }: Mood): readonly string[] {
  const named = (signals: Mood['raised']) => signals.filter(({ category }) => category !== 'wording');
  const signals = level === 'calm' ? [...named(lowered), ...named(raised)] : [...named(raised), ...raised];
  return [...new Set(signals.map(({ text }) => text))].slice(0, MAX_QUOTES);
}

/** Whether heat has just gone up to upset or angry in this conversation: then the tile gives one ring. */
function useRise(conversation: string, level: HeatLevel): boolean {
  const last = useRef({ conversation, level, roseAt: Number.NEGATIVE_INFINITY });
  const before = last.current;
  const now = Date.now();
  const rises =
    before.conversation === conversation &&
    HEAT_LEVELS.indexOf(level) > HEAT_LEVELS.indexOf(before.level) &&
    (level === 'upset' || level === 'angry') &&
    now - before.roseAt > MIN_BETWEEN_RISES_MS;
  last.current = { conversation, level, roseAt: rises ? now : before.roseAt };
  return now - last.current.roseAt < RISE_MS;
}

export function HeatRow({ state }: { readonly state: PanelState }) {
  const mood = state.advice.value?.mood;
  const shown = state.shown.value;
  if (mood === undefined || shown === null) return <UnreadHeat reading={state.reading.value} catchingUp={shown !== null} />;
  return (
    <MoodRow
      mood={mood}
      conversation={shown}
      open={state.sheet.value === 'why'}
      onPress={() => {
        state.sheet.value = state.sheet.peek() === 'why' ? null : 'why';
      }}
    />
  );
}

function UnreadHeat({ reading, catchingUp }: { readonly reading: PanelReading; readonly catchingUp: boolean }) {
  const waits = catchingUp || reading === 'starting' || reading === 'empty';
  return (
    <section class="heat heat-none" aria-label={words('heat_title')}>
      <HeatTile level="none" />
      <div class="heat-text">
        <p class="heat-line">
          <span class="heat-word">{words(waits ? 'heat_starting' : 'heat_unread')}</span>
        </p>
        <p class="heat-words">{words(waits ? 'heat_starting_note' : 'heat_unread_note')}</p>
      </div>
    </section>
  );
}

type MoodRowProps = {
  readonly mood: Mood;
  readonly conversation: string;
  readonly open: boolean;
  readonly onPress: () => void;
};

function MoodRow({ mood, conversation, open, onPress }: MoodRowProps) {
  const rose = useRise(conversation, mood.level);
  const quotes = heatQuotes(mood);
  const drawn = mood.certain ? mood.level : 'none';
  return (
    <section aria-label={words('heat_title')}>
      <button
        type="button"
        class={`heat heat-${drawn}`}
        data-action="why"
        data-rose={rose ? '' : undefined}
        aria-expanded={open}
        aria-keyshortcuts="w"
        title={words('heat_open')}
        onClick={onPress}
      >
        <HeatTile level={drawn} />
        <span class="heat-text">
          <span class="heat-line">
            <b class="heat-word" data-part="level" data-level={mood.level}>
              {words(mood.certain ? `level_${mood.level}` : 'level_unclear')}
            </b>
            {mood.certain ? (
              <span class="heat-trend" data-part="trend" data-trend={mood.trend}>
                <Icon name={mood.trend} />
                {words(`trend_${mood.trend}`)}
              </span>
            ) : null}
            {mood.abusive ? (
              <span class="heat-abuse" data-part="abusive">
                {words('mood_abusive')}
              </span>
            ) : null}
            <span class="heat-why">
              {words('heat_why')}
              <Icon name={open ? 'shut' : 'open'} />
            </span>
          </span>
          <span class="heat-words" data-part="heat-words">
            {quotes.length === 0 ? (
              <span>{words('heat_nothing')}</span>
            ) : (
              quotes.map((text) => <span key={text}>{quoted(text)}</span>)
            )}
          </span>
        </span>
      </button>
    </section>
  );
}
