import { describe, expect, test } from 'vitest';
import { hearAgent, nextMoment, openDialogue, passTime } from '../dialogue/dialogue';
import type { Dialogue } from '../dialogue/say';
import type { Script } from '../dialogue/script';
import { SCRIPTS } from './list';

/** Replies that a good agent could write from the customer's record. */
const SOLVING: Readonly<Record<string, readonly string[]>> = {
  parcel: [
    'I am sorry that your parcel never came and your day was lost.',
    'I will see to it myself: a courier brings it from the depot today between 17:00 and 19:00.',
  ],
  'double-charge': [
    'I am sorry that we charged you twice and left both e-mails without an answer.',
    'It happened because the renewal ran again after your card was replaced. I am refunding the £48.90 now; it is back within 2 working days.',
    'Your bank’s £12.00 we pay as well. I will see to both myself.',
  ],
  'cancelled-flight': [
    'I am sorry that you found out through an e-mail, standing at the airport.',
    'FW 281 is your flight under a new number: 18:40, gate B6, seats 14C and 14D. I will make sure the gate knows.',
  ],
  'how-to': [
    'Open the notebook, press Share, then Guest link, and choose “Can read”.',
    'Yes: Share, Guests, Remove. The link stops working at once.',
  ],
  'call-boiler': [
    'I am so sorry that nobody came, twice, with your mother in the cold.',
    'I will see to this myself: an engineer with the part comes today between four and six.',
  ],
};

function play(script: Script, replies: readonly string[]): Dialogue {
  let dialogue = openDialogue(script, 0);
  let now = 0;
  const finish = () => {
    for (
      let at = nextMoment(script, dialogue);
      at !== null && (dialogue.coming.length > 0 || dialogue.answerAt !== null);
      at = nextMoment(script, dialogue)
    ) {
      now = at;
      dialogue = passTime(script, dialogue, at).dialogue;
    }
  };
  finish();
  for (const text of replies) {
    dialogue = hearAgent(script, dialogue, text, now);
    finish();
  }
  return dialogue;
}

describe.each(SCRIPTS)('$id', (script) => {
  test('can be solved with what is in the record', () => {
    expect(play(script, SOLVING[script.id] ?? [])).toMatchObject({ ending: 'solved' });
  });

  test('ends with the customer cool when it is solved', () => {
    expect(play(script, SOLVING[script.id] ?? []).temper).toBeLessThan(3);
  });

  test('is not solved by kindness without substance', () => {
    expect(play(script, ['I understand.', 'I really do see your point.', 'I am listening.'])).toMatchObject({ ending: null });
  });

  test('does not wait for something that can never be given', () => {
    for (const { after } of script.wants) expect([undefined, ...script.wants.map(({ id }) => id)]).toContain(after);
  });

  test('has a line for every list that the engine may ask for', () => {
    for (const lines of Object.values(script.replies)) expect(lines.length).toBeGreaterThan(0);
    for (const { asks } of script.wants) if (asks) expect(Math.min(asks.hot.length, asks.cool.length)).toBeGreaterThan(0);
  });

  test('marks misheard words only on calls', () => {
    expect(/[{}]/.test(JSON.stringify(script.opening.map(({ text }) => text)))).toBe(script.channel === 'call');
  });
});

test('the five conversations keep their ids', () => {
  expect(SCRIPTS.map(({ id }) => id)).toEqual(['parcel', 'double-charge', 'cancelled-flight', 'how-to', 'call-boiler']);
});
