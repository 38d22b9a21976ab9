// The list of conversations: who, the last words, how many are unread, since when; and the demo's own controls under it.

import { hashOf } from './address';
import { Avatar } from './avatar';
import type { Chat } from './chat';
import { clockTime } from './clock-time';
import type { Desk } from './desk';
import { Icon } from './icons';

const SPEEDS = [1, 5, 20] as const;

export function Inbox({ desk }: { desk: Desk }) {
  const chats = [...desk.chats.value.values()];
  return (
    <nav class="inbox" aria-label="Conversations">
      <header class="brand">
        <span class="brand-mark">
          <Icon name="anchor" />
        </span>
        <span class="brand-name">Harbourline</span>
      </header>
      <p class="inbox-heading">
        Yours <span class="count">{chats.filter(({ state }) => state !== 'left' && state !== 'solved').length}</span>
      </p>
      <ul>
        {chats.map((chat) => (
          <li key={chat.script.id}>
            <Row chat={chat} current={desk.front.value === chat.script.id} />
          </li>
        ))}
      </ul>
      <DemoControls desk={desk} />
    </nav>
  );
}

function Row({ chat, current }: { chat: Chat; current: boolean }) {
  const last = chat.entries.findLast((entry) => entry.kind !== 'event' && entry.kind !== 'note');
  const mine = last !== undefined && 'from' in last && last.from === 'agent';
  return (
    <a
      class={`inbox-row ${chat.unread > 0 ? 'has-unread' : ''}`}
      href={hashOf(chat.script.id)}
      {...(current ? { 'aria-current': 'page' } : {})}
    >
      <Avatar name={chat.script.customer.name} call={chat.script.channel === 'call'} />
      <span class="row-name">{chat.script.customer.name}</span>
      {last && <time dateTime={new Date(last.at).toISOString()}>{clockTime(last.at)}</time>}
      <span class="row-preview">{chat.typing ? <span class="row-typing">typing…</span> : preview(chat, last?.text, mine)}</span>
      {chat.unread > 0 && (
        <span class="unread" role="status" aria-label={`${chat.unread} unread`}>
          {chat.unread}
        </span>
      )}
      {(chat.state === 'solved' || chat.state === 'left') && (
        <span class="row-state">{chat.state === 'solved' ? 'Solved' : 'Left'}</span>
      )}
    </a>
  );
}

function preview(chat: Chat, text: string | undefined, mine: boolean): string {
  if (chat.state === 'ringing') return 'Calling you…';
  return `${mine ? 'You: ' : ''}${text ?? chat.script.subject}`;
}

function DemoControls({ desk }: { desk: Desk }) {
  return (
    <section class="demo-controls" aria-label="Demo">
      <p>Demo desk. The customers are scripted and answer what you write.</p>
      {desk.running.value ? (
        <div class="demo-row">
          <fieldset class="segments">
            <legend class="sr-only">How fast the customers are</legend>
            {SPEEDS.map((speed) => (
              <button key={speed} type="button" aria-pressed={desk.speed.value === speed} onClick={() => desk.setSpeed(speed)}>
                {speed}×
              </button>
            ))}
          </fieldset>
          <button type="button" class="plain" onClick={() => location.reload()}>
            Start over
          </button>
        </div>
      ) : (
        <button type="button" class="filled" onClick={desk.start}>
          <Icon name="play" /> Start
        </button>
      )}
    </section>
  );
}
