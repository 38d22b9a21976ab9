// The header row: whose conversation this is; with several open, the same row holds them all, hottest first after the one in front.

import { words } from '../platform/words';
import { HeatTile } from '../ui/heat-tile';
import type { PanelActions } from './actions';
import type { ConversationEntry } from './conversation-list';
import type { PanelState } from './panel-state';
import { age, duration } from './wording';

type WhoProps = { readonly state: PanelState; readonly actions: PanelActions };

const nameWords = (entry: { readonly name: string }): string => entry.name || words('who_unnamed');

export function Who({ state, actions }: WhoProps) {
  const entries = state.conversations.value;
  const shown = state.shown.value;
  if (entries.some(({ id }) => id !== shown)) {
    return (
      <header class="who">
        <h1 class="unseen">{words('who_several')}</h1>
        <ul class="tabs">
          {entries.map((entry) => (
            <li key={entry.id} class="tab-place">
              <ConversationTab
                entry={entry}
                shown={entry.id === shown}
                now={state.clock.value}
                onPress={() => actions.lookAt(entry.id)}
              />
            </li>
          ))}
        </ul>
      </header>
    );
  }
  const record = state.record.value;
  const started = record?.utterances[0]?.at;
  const entry = entries.find(({ id }) => id === shown);
  return (
    <header class="who">
      <div class="who-one">
        <h1 class="who-name">{entry === undefined ? words('product') : nameWords(entry)}</h1>
        <p class="who-line">
          {record === null || entry === undefined
            ? state.records.reading.value?.host
            : words(
                'who_line',
                words(`channel_${record.meta.channel}`),
                started === undefined ? words('age_new') : age(state.clock.value - started),
              )}
        </p>
      </div>
    </header>
  );
}

type TabProps = {
  readonly entry: ConversationEntry;
  readonly shown: boolean;
  readonly now: number;
  readonly onPress: () => void;
};

function ConversationTab({ entry, shown, now, onPress }: TabProps) {
  const level = entry.certain ? entry.level : 'none';
  const wait = entry.waitingSince === null ? null : duration(now - entry.waitingSince);
  return (
    <button
      type="button"
      class={`tab heat-${level}`}
      data-other-conversation={shown ? undefined : entry.id}
      data-level={entry.level}
      aria-current={shown ? 'true' : undefined}
      title={entry.inFront ? words('tab_in_front', nameWords(entry)) : words('tab_look', nameWords(entry))}
      onClick={onPress}
    >
      <span class="tab-name">{nameWords(entry)}</span>
      <span class="tab-line">
        <HeatTile level={level} small />
        <span class="unseen">{words(entry.certain ? `level_${entry.level}` : 'level_unclear')}</span>
        {wait === null ? (
          <span class="tab-note">{words('tab_answered')}</span>
        ) : (
          <span data-part="waiting">
            <span class="unseen">{words('tab_waiting')}</span> {wait}
          </span>
        )}
      </span>
    </button>
  );
}
