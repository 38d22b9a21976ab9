import { expect, test } from 'vitest';
import { readConversation } from './read-conversation';

const line = (value: unknown) => readConversation(JSON.stringify(value));

test('reads a conversation, keeps given times and assumes the missing ones', () => {
  const read = line({
    id: 'c',
    utterances: [
      { id: 'a', speaker: 'customer', text: 'hi', at: 5 },
      { id: 'b', speaker: 'agent', text: 'hello' },
    ],
    extra: 1,
  });
  expect(read.ok && read.conversation.utterances.map((one) => one.at)).toEqual([5, 60_005]);
});

test.each([
  ['{', 'not JSON'],
  ['[]', 'id'],
  ['{"id":"c"}', 'utterances'],
  ['{"id":"c","utterances":[{"id":"a","speaker":"boss","text":"x"}]}', 'utterances.0.speaker'],
  ['{"id":"c","utterances":[{"id":"a","speaker":"agent"}]}', 'utterances.0.text'],
])('says what is wrong with %s', (text, where) => {
  const read = readConversation(text);
  expect(read.ok ? '' : read.problem).toContain(where);
});
