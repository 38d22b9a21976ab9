// The conversation in front: its messages, or a call's captions, and whatever stands under them (the composer).
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Avatar } from './avatar';
import type { Chat, Entry } from './chat';
import { clockTime, stopwatch } from './clock-time';
import { Icon } from './icons';
import { RichText } from './rich-text';

/** Closer to the bottom than this, the pane follows what is said. */
const FOLLOW_PX = 120;

type ThreadProps = { chat: Chat; detailsOpen: boolean; onDetails: () => void; children: ComponentChildren };

export function Thread({ chat, detailsOpen, onDetails, children }: ThreadProps) {
  const { script } = chat;
  const call = script.channel === 'call';
  return (
    <section class={`thread ${call ? 'is-call' : ''}`} data-conversation={script.id}>
      <header class="thread-header">
        <Avatar name={script.customer.name} call={call} />
        <div class="thread-who">
          <h1 class="thread-title">{script.customer.name}</h1>
          <p class="thread-about">
            {script.brand} · {script.subject}
          </p>
        </div>
        {call && chat.pickedUpAt !== null && <CallTimer since={chat.pickedUpAt} ended={chat.state !== 'live'} />}
        <span class={`pill is-${chat.state}`}>{STATE_WORDS[chat.state]}</span>
        <button
          type="button"
          class="icon-button details-toggle"
          aria-expanded={detailsOpen}
          aria-label="Customer record"
          onClick={onDetails}
        >
          <Icon name="card" />
        </button>
      </header>
      {call ? <Captions entries={chat.entries} /> : <Messages chat={chat} />}
      {children}
    </section>
  );
}

const STATE_WORDS = { waiting: 'Open', ringing: 'Ringing', live: 'Open', solved: 'Solved', left: 'Left' } as const;

function Messages({ chat }: { chat: Chat }) {
  const pane = useFollow(chat.entries, chat.typing);
  return (
    <div class="messages" role="log" aria-label={`Conversation with ${chat.script.customer.name}`} ref={pane}>
      {chat.entries.map((entry, at) => (
        <Row key={entry.id} entry={entry} before={chat.entries[at - 1]} />
      ))}
      {chat.typing && (
        <div class="typing">
          <span class="sr-only">{chat.script.customer.firstName} is typing</span>
          <i />
          <i />
          <i />
        </div>
      )}
    </div>
  );
}

function Row({ entry, before }: { entry: Entry; before: Entry | undefined }) {
  if (entry.kind === 'event') return <div class="event">{entry.text}</div>;
  if (entry.kind === 'caption') return null;
  const note = entry.kind === 'note';
  const bot = entry.from === 'bot';
  const grouped = before?.kind === entry.kind && 'from' in before && before.from === entry.from;
  const kinds = ['message', bot && 'is-bot', note && 'is-note', grouped && 'is-grouped'].filter(Boolean).join(' ');
  return (
    <article class={kinds} data-message-id={entry.id} data-side={entry.from === 'customer' ? 'in' : 'out'}>
      {!grouped && (
        <span class="message-author">
          {bot && <Icon name="bot" />}
          {note && <Icon name="lock" />}
          {entry.author}
        </span>
      )}
      <time dateTime={new Date(entry.at).toISOString()}>{clockTime(entry.at)}</time>
      <div class="message-body">{entry.rich ? <RichText node={entry.rich} /> : <p>{entry.text}</p>}</div>
    </article>
  );
}

function Captions({ entries }: { entries: readonly Entry[] }) {
  const pane = useFollow(entries, false);
  return (
    <div class="captions" role="log" aria-label="Live captions" ref={pane}>
      {entries.map((entry) => {
        if (entry.kind === 'event') {
          return (
            <div key={entry.id} class="event">
              {entry.text}
            </div>
          );
        }
        if (entry.kind === 'note') return <Row key={entry.id} entry={entry} before={undefined} />;
        const interim = entry.kind === 'caption' && !entry.final;
        return (
          <p
            key={entry.id}
            class={`caption ${interim ? 'is-interim' : ''}`}
            data-message-id={entry.id}
            data-side={entry.from === 'customer' ? 'in' : 'out'}
          >
            <span class="caption-author">{entry.author}</span> <span class="caption-text">{entry.text}</span>
          </p>
        );
      })}
    </div>
  );
}

function CallTimer({ since, ended }: { since: number; ended: boolean }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (ended) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [ended]);
  return (
    <span class="call-timer" role="timer">
      <span class="call-bars" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </span>
      {stopwatch(now - since)}
    </span>
  );
}

/** Keeps the newest line in sight, unless the agent has scrolled up to read. */
function useFollow(entries: readonly Entry[], typing: boolean) {
  const pane = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    const element = pane.current;
    const look = () => {
      if (element) follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < FOLLOW_PX;
    };
    element?.addEventListener('scroll', look, { passive: true });
    return () => element?.removeEventListener('scroll', look);
  }, []);
  useLayoutEffect(() => {
    if (pane.current && follows.current) pane.current.scrollTop = pane.current.scrollHeight;
  }, [entries, typing]);
  return pane;
}
