import { expect, test } from 'vitest';
import { listConversations, nameOf, waitingSince } from './conversation-list';
import { advice, NOON, record, said } from './fake-advice';

test('a customer waits from the first of their last words that nobody answered', () => {
  const chat = [
    said('1', 'customer', 'Hi', 0),
    said('2', 'agent', 'Hello', 5),
    said('3', 'customer', 'So?', 10),
    said('4', 'customer', 'Hello?', 20),
  ];
  expect(waitingSince(chat)).toBe(NOON + 10_000);
});

test('system lines answer nobody; an agent or a bot does', () => {
  const asked = said('1', 'customer', 'Hi', 0);
  expect(waitingSince([asked, said('2', 'system', 'Jonas joined', 5)])).toBe(NOON);
  expect(waitingSince([asked, said('2', 'bot', 'One moment', 5)])).toBeNull();
  expect(waitingSince([])).toBeNull();
});

test('a name comes from the title, the customer, a fact, in this order', () => {
  const untitled = record('c1', { meta: { ...record().meta, title: '' } });
  const named = { ...untitled, utterances: [{ ...said('1', 'customer', 'Hi'), name: 'Nadia Verbeek' }] };
  const fact = { kind: 'name' as const, text: 'Nadia', value: 'Nadia', utterance: 'u1', start: 0, length: 5 };
  expect(nameOf(record(), undefined)).toBe('Nadia');
  expect(nameOf(named, advice({ facts: [fact] }))).toBe('Nadia Verbeek');
  expect(nameOf(untitled, advice({ facts: [fact] }))).toBe('Nadia');
  expect(nameOf(untitled, undefined)).toBe('');
});

test('the one in front comes first, then the hottest, then who has waited longest', () => {
  const hot = (heat: number) => advice({ mood: { ...advice().mood, heat } });
  const waits = (id: string, seconds: number) => record(id, { utterances: [said('1', 'customer', 'Hi', seconds)] });
  const records = new Map(
    [waits('short', 30), waits('front', 50), waits('long', 10), waits('hot', 40)].map((one) => [one.meta.id, one] as const),
  );
  const advices = new Map([
    ['short', hot(0.5)],
    ['long', hot(0.5)],
    ['hot', hot(0.9)],
    ['front', hot(0.1)],
  ]);
  expect(listConversations(records, advices, 'front').map(({ id }) => id)).toEqual(['front', 'hot', 'long', 'short']);
});

test('a conversation nobody has advised on yet is not called calm', () => {
  expect(listConversations(new Map([['c1', record()]]), new Map(), null)[0]).toMatchObject({ certain: false });
});
