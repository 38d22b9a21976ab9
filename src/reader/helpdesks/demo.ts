// The embedded demo helpdesk ("harbourline"), as data. It is served from any host, so the page itself is the match.
import type { Adapter } from '../../protocol/adapter';

const DESK = '[data-desk="harbourline"]';

const SHARED = {
  speakerName: ['.message-author', '.caption-author'],
  key: 'data-message-id',
  composer: ['.composer .composer-input'],
  privateNote: ['.composer.is-note'],
  conversation: { selector: '.thread', attribute: 'data-conversation' },
  title: ['.thread-title'],
} satisfies Partial<Adapter>;

export const DEMO_CHAT: Adapter = {
  ...SHARED,
  id: 'harbourline-chat',
  name: 'Harbourline (demo), chats',
  match: { hosts: [], present: `${DESK} .thread:not(.is-call)` },
  channel: 'chat',
  pane: [`${DESK} .thread:not(.is-call) .messages`],
  utterance: ['.message'],
  speaker: { bot: ['.is-bot'], agent: ['[data-side="out"]'], customer: ['[data-side="in"]'] },
  ignore: ['.is-note', '.event', '.typing'],
  text: ['.message-body'],
  time: { selector: 'time', attribute: 'datetime' },
  order: 'oldest_first',
};

export const DEMO_CALL: Adapter = {
  ...SHARED,
  id: 'harbourline-call',
  name: 'Harbourline (demo), calls',
  match: { hosts: [], present: `${DESK} .thread.is-call` },
  channel: 'call',
  pane: [`${DESK} .thread.is-call .captions`],
  utterance: ['.caption'],
  speaker: { agent: ['[data-side="out"]'], customer: ['[data-side="in"]'] },
  text: ['.caption-text'],
  interim: ['.is-interim'],
  order: 'oldest_first',
};
