// The message table bound to those who do the work. No work of its own.
import { log } from '../platform/log';
import type { MessageHandlers, MessageOrigin } from '../platform/messaging';
import type { Fault } from '../protocol/fault';
import type { Conversations } from './conversations';
import type { Packs } from './packs';
import { startReader } from './sites';
import type { Suggestions } from './suggestions';
import type { TabLifetime } from './tab-lifetime';

export type Rooms = {
  readonly conversations: Conversations;
  readonly packs: Packs;
  readonly suggestions: Suggestions;
  readonly tabs: TabLifetime;
};

/** Every message the background answers. A change of pack or settings is answered once it is stored; advice follows by itself. */
export function routeMessages({ conversations, packs, suggestions, tabs }: Rooms): MessageHandlers {
  const thenReadvise = async (change: Promise<readonly Fault[]>): Promise<{ faults: Fault[] }> => {
    const faults = await change;
    if (faults.length === 0) conversations.readviseAll().catch(() => log.warn('readvise_failed'));
    return { faults: [...faults] };
  };

  return {
    'conversation/updated': (update, from) => conversations.take(update, inTab(from)),
    'reading/changed': async (reading, from) => {
      const { tab, frame } = inTab(from);
      await tabs.report(tab, frame, reading);
      return {};
    },
    'draft/changed': async ({ conversation, text }, from) => {
      await conversations.setDraft(inTab(from).tab, conversation, text);
      return {};
    },

    'suggestion/insert': (chosen) => suggestions.insert(chosen),
    'suggestion/pass': async (chosen) => {
      await suggestions.pass(chosen);
      return {};
    },
    'advice/refresh': async ({ tab, conversation }) => {
      await conversations.readvise(tab, conversation);
      return {};
    },
    'reader/start': async ({ tab }) => ({ faults: [...(await startReader(tab))] }),

    'pack/install': ({ text }) => thenReadvise(packs.install(text)),
    'pack/activate': ({ id }) => thenReadvise(packs.activate(id)),
    'pack/remove': async ({ id }) => ({ faults: [...(await packs.remove(id))] }),
    'settings/change': (settings) => thenReadvise(packs.changeSettings(settings)),
  };
}

/** A reader always has a tab: the sender check makes sure of it, and a row open to others must not come here. */
function inTab({ tab, frame }: MessageOrigin): { tab: number; frame: number } {
  if (tab === null) throw new TypeError('a message of a reader came from no tab');
  return { tab, frame };
}
