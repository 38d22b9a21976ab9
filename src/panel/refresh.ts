// Asks for advice again when the coach said that time alone will change it: a step turns overdue, a burst has ended.
import { effect } from '@preact/signals';
import { send } from '../platform/messaging';
import type { PanelState } from './panel-state';

/** Never asked again sooner than this, even where the time given has passed. */
const MIN_WAIT_MS = 250;
/** The longest wait a timer can hold. */
const MAX_WAIT_MS = 2 ** 31 - 1;

/** Out: how to stop. */
export function keepAdviceFresh({ tab, records }: Pick<PanelState, 'tab' | 'records'>): () => void {
  const timers = new Map<string, { readonly due: string; readonly timer: ReturnType<typeof setTimeout> }>();
  const clear = (conversation: string): void => {
    clearTimeout(timers.get(conversation)?.timer);
    timers.delete(conversation);
  };
  const stop = effect(() => {
    const id = tab.value?.id;
    const advice = records.advice.value;
    for (const conversation of [...timers.keys()]) if (!advice.has(conversation)) clear(conversation);
    for (const [conversation, { at, refreshAt }] of advice) {
      const due = `${id} ${at} ${refreshAt}`;
      if (timers.get(conversation)?.due === due) continue;
      clear(conversation);
      if (id === undefined || refreshAt === null) continue;
      const waitMs = Math.min(Math.max(refreshAt - Date.now(), MIN_WAIT_MS), MAX_WAIT_MS);
      const ask = (): void => void send('advice/refresh', { tab: id, conversation });
      timers.set(conversation, { due, timer: setTimeout(ask, waitMs) });
    }
  });
  return () => {
    stop();
    for (const conversation of [...timers.keys()]) clear(conversation);
  };
}
