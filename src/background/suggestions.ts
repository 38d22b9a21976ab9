// What the agent does with suggestions, from the panel or by key: putting one into the composer, passing it over.
// Nothing here sends a message to a customer.
import { sendToReader } from '../platform/messaging';
import { sessionItem } from '../platform/storage-item';
import { activeTab } from '../platform/tabs';
import type { Advice, Suggestion } from '../protocol/advice';
import type { InsertOutcome } from '../protocol/reading';
import { SESSION_KEYS, type TabReading } from '../protocol/state';
import type { Conversations } from './conversations';
import { forgetFrames } from './readings';

export type Suggestions = {
  insert(chosen: { tab: number; conversation: string; phrase: string; text: string }): Promise<InsertOutcome>;
  pass(chosen: { tab: number; conversation: string; phrases: readonly string[] }): Promise<void>;
  /** A keyboard command, for the conversation in front in that tab (null: the tab in front). Unknown names do nothing. */
  command(name: string, tab: number | null): Promise<void>;
};

export function followSuggestions(conversations: Conversations): Suggestions {
  const insert: Suggestions['insert'] = async ({ tab, conversation, phrase, text }) => {
    const record = await conversations.find(tab, conversation);
    if (record === undefined) return { state: 'no_composer' };
    const outcome = await sendToReader(tab, record.frame, 'composer/insert', { conversation, text });
    if (!outcome.ok) {
      if (outcome.fault.code === 'gone') await forgetFrames(tab, [record.frame]);
      return { state: 'failed' };
    }
    if (outcome.value.state === 'inserted') await conversations.addInserted(tab, conversation, phrase);
    return outcome.value;
  };

  const pass: Suggestions['pass'] = ({ tab, conversation, phrases }) => conversations.addPassed(tab, conversation, phrases);

  return {
    insert,
    pass,
    async command(name, tab) {
      const front = await inFront(tab ?? (await activeTab())?.id ?? null);
      const [first] = front?.suggestions ?? [];
      if (front === null || first === undefined) return;
      if (name === 'use-suggestion') await insert({ ...front, phrase: first.phrase, text: first.text });
      if (name === 'another-wording') await pass({ ...front, phrases: [first.phrase] });
      if (name === 'not-now') await pass({ ...front, phrases: front.suggestions.map(({ phrase }) => phrase) });
    },
  };
}

type InFront = { readonly tab: number; readonly conversation: string; readonly suggestions: readonly Suggestion[] };

async function inFront(tab: number | null): Promise<InFront | null> {
  if (tab === null) return null;
  const reading = await sessionItem<TabReading>(SESSION_KEYS.reading(tab)).get();
  const conversation = reading?.conversation ?? null;
  if (conversation === null) return null;
  const advice = await sessionItem<Advice>(SESSION_KEYS.advice(tab, conversation)).get();
  return advice === undefined ? null : { tab, conversation, suggestions: advice.suggestions };
}
