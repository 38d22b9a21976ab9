// The desk's frame: inbox, the conversation in front, and what is known of its customer.
import { useSignal, useSignalEffect } from '@preact/signals';
import { Composer } from './composer';
import type { Desk } from './desk';
import { Details } from './details';
import { Inbox } from './inbox';
import { Thread } from './thread';

export function App({ desk }: { desk: Desk }) {
  const detailsOpen = useSignal(false);
  const chat = desk.inFront.value;
  useSignalEffect(() => {
    const unread = [...desk.chats.value.values()].reduce((sum, one) => sum + one.unread, 0);
    document.title = unread > 0 ? `(${unread}) Harbourline` : 'Harbourline';
  });
  return (
    <div class="desk">
      <Inbox desk={desk} />
      {chat ? (
        <main class="work" key={chat.script.id}>
          <Thread chat={chat} onDetails={() => (detailsOpen.value = !detailsOpen.value)} detailsOpen={detailsOpen.value}>
            <Composer chat={chat} desk={desk} />
          </Thread>
        </main>
      ) : (
        <main class="work is-empty">
          <p>No conversation is open. Choose one on the left.</p>
        </main>
      )}
      {chat && <Details chat={chat} open={detailsOpen.value} onClose={() => (detailsOpen.value = false)} />}
    </div>
  );
}
