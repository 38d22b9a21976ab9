import { expect, test } from 'vitest';
import { SCRIPTS } from '../page/scripts/list';
import { AGENT_SCRIPTS, takeFact } from './agent-script.mjs';

test('the agent has something to say in every conversation of the desk', () => {
  expect(AGENT_SCRIPTS.map(({ id }) => id)).toEqual(SCRIPTS.map(({ id }) => id));
});

test('a fact is said once, and only when it is asked for', () => {
  const left = [...(AGENT_SCRIPTS[0]?.facts ?? [])];
  expect(takeFact(left, 'Good morning', '')).toBeNull();
  expect(takeFact(left, 'WHEN? I leave on Friday', '')).toContain('17:00');
  expect(takeFact(left, 'WHEN?', '')).toBeNull();
});

test('a sorry by hand is left out beside a suggestion that says sorry', () => {
  const facts = AGENT_SCRIPTS[0]?.facts ?? [];
  expect(takeFact([...facts], 'Not even a sorry', '')).toContain('I’m sorry');
  expect(takeFact([...facts], 'Not even a sorry', 'I’m sorry you waited, Marta.')).toBeNull();
});

test.each(SCRIPTS.map((script) => [script.id, script] as const))(
  'every question %s may ask has a fact that answers it',
  (id, script) => {
    const facts = AGENT_SCRIPTS.find((one) => one.id === id)?.facts ?? [];
    for (const { asks } of script.wants) {
      for (const line of [...(asks?.hot ?? []), ...(asks?.cool ?? [])]) {
        expect(takeFact([...facts], [line].flat().join('\n'), ''), [line].flat().join(' / ')).not.toBeNull();
      }
    }
  },
);
