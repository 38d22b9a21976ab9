import { describe, expect, test } from 'vitest';
import { isClock, isSystemLine, kindIn, sideIn, sideOfName } from './tokens';

describe('who a class name or attribute value says is speaking', () => {
  test.each([
    ['customer', 'message--customer'],
    ['customer', 'cs-message--incoming'],
    ['customer', 'msg-in'],
    ['customer', 'in'],
    ['customer', 'fromVisitor'],
    ['customer', 'end-user'],
    ['customer', 'left-bubble'],
    ['agent', 'slds-chat-listitem_outbound'],
    ['agent', 'message_own'],
    ['agent', 'is-me'],
    ['agent', 'isFromAgent'],
    ['agent', 'out'],
    ['agent', 'customer-service'],
    ['agent', 'vac-message-current'.replace('vac-', '')],
    ['bot', 'chatbot-message'],
    ['bot', 'virtual-agent'],
  ])('says %s: %s', (side, name) => {
    expect(sideIn(name)?.kind).toBe(side);
  });

  test.each([
    'right',
    'left',
    'me-2',
    'self-end',
    'ease-in-out',
    'fade-in',
    'text-out',
    'md:out',
    'message',
    'agent-to-customer',
    'items-start',
    'logged-in',
    '',
    'x'.repeat(200),
  ])('says nothing: %s', (name) => {
    expect(sideIn(name)).toBeNull();
  });

  test('a noun for a person beats a direction', () => {
    expect(sideIn('sent-by-customer')?.kind).toBe('customer');
    expect(sideIn('received-by-agent')?.kind).toBe('agent');
  });

  test('a word of the language itself is no entry of the list', () => {
    expect(sideIn('constructor')).toBeNull();
    expect(kindIn('toString')).toBeNull();
  });
});

describe('what is no utterance', () => {
  test.each([
    ['note', 'is-note'],
    ['note', 'message--private'],
    ['note', 'internal'],
    ['note', 'whisper'],
    ['system', 'chat-event'],
    ['system', 'day-divider'],
    ['typing', 'typing-indicator'],
  ])('is a %s: %s', (kind, name) => {
    expect(kindIn(name)?.kind).toBe(kind);
  });

  test.each(['note-editable', 'note-editor', 'message', 'denoted', 'bg-note'])('is none of these: %s', (name) => {
    expect(kindIn(name)).toBeNull();
  });
});

describe('names that are roles', () => {
  test.each([
    ['customer', 'Customer'],
    ['customer', 'Visitor 4821'],
    ['customer', 'Caller'],
    ['agent', 'You'],
    ['agent', 'Sam Field (you)'],
    ['agent', 'Support agent'],
    ['agent', 'Customer Service'],
    ['agent', 'Agent 12'],
    ['bot', 'Parcel Bot'],
    ['bot', 'Virtual assistant'],
    [null, 'Dana Field'],
    [null, 'Guy Agentsson'],
  ])('%s: %s', (side, name) => {
    expect(sideOfName(name)).toBe(side);
  });
});

describe('lines nobody said', () => {
  test.each([
    'Today',
    'Yesterday',
    'Monday, 3 June',
    '12 March 2026',
    'June 3, 2026',
    '14:02',
    'Dana joined the chat',
    'Sam has left the conversation',
    'Conversation assigned to Sam Field',
    'Dana was transferred to Billing',
    'Dana is typing…',
  ])('system: %s', (line) => {
    expect(isSystemLine(line)).toBe(true);
  });

  test.each([
    'It never arrived',
    'ok',
    'My parcel was left',
    'May I speak to someone?',
    'I have been transferred twice already!',
    'Friday was fine',
    '12',
    'I joined last year',
    'Yes',
    'Sunday?',
  ])('said: %s', (line) => {
    expect(isSystemLine(line)).toBe(false);
  });

  test('a clock is told from words', () => {
    for (const clock of ['14:02', '2:05 pm', 'just now', '3m ago', '5 min']) expect(isClock(clock)).toBe(true);
    for (const words of ['now then', '3 parcels', 'at 14:02']) expect(isClock(words)).toBe(false);
  });
});
