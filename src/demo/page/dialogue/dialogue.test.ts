import { describe, expect, test } from 'vitest';
import { cancelledFlight } from '../scripts/cancelled-flight';
import { doubleCharge } from '../scripts/double-charge';
import { howTo } from '../scripts/how-to';
import { parcel } from '../scripts/parcel';
import { hearAgent, isTyping, nextMoment, openDialogue, passTime } from './dialogue';
import type { Dialogue } from './say';
import type { Script } from './script';

const MINUTE = 60_000;

/** A conversation played at leisure: each reply is sent once the customer has finished, and answered in full. */
class Course {
  dialogue: Dialogue;
  now = 0;
  said: string[] = [];
  left = false;

  constructor(readonly script: Script) {
    this.dialogue = openDialogue(script, 0);
    this.finish();
  }

  /** Lets the customer say everything that is under way. */
  finish(): readonly string[] {
    const before = this.said.length;
    while (this.dialogue.coming.length > 0 || this.dialogue.answerAt !== null) {
      this.until(nextMoment(this.script, this.dialogue) ?? this.now);
    }
    return this.said.slice(before);
  }

  until(at: number): void {
    this.now = at;
    const passed = passTime(this.script, this.dialogue, at);
    this.dialogue = passed.dialogue;
    for (const one of passed.said) {
      if (one.kind === 'customer') this.said.push(one.text);
      else this.left = true;
    }
  }

  /** Silence for a while. */
  wait(ms: number): void {
    this.until(this.now + ms);
  }

  reply(text: string): string {
    this.dialogue = hearAgent(this.script, this.dialogue, text, this.now);
    return this.finish().join('\n');
  }
}

describe('the opening', () => {
  test('comes as a burst, in order, with typing before each bubble', () => {
    const opened = openDialogue(parcel, 0);
    const first = nextMoment(parcel, opened) ?? 0;
    expect(isTyping(opened, first - 1)).toBe(true);
    expect(isTyping(opened, first)).toBe(false);
    const { said } = passTime(parcel, opened, 30_000);
    expect(said.map((one) => (one.kind === 'customer' ? one.text : ''))).toEqual(parcel.opening.map(({ text }) => text));
    expect(said.map(({ at }) => at)).toEqual([...said.map(({ at }) => at)].sort((a, b) => a - b));
  });

  test('is the same whether time passes at once or in small steps', () => {
    const steps = [];
    let dialogue = openDialogue(parcel, 0);
    for (let at = 0; at <= 3 * MINUTE; at += 250) {
      const passed = passTime(parcel, dialogue, at);
      dialogue = passed.dialogue;
      steps.push(...passed.said);
    }
    expect(steps).toEqual(passTime(parcel, openDialogue(parcel, 0), 3 * MINUTE).said);
  });
});

describe('left alone', () => {
  test('the customer writes again, hotter each time, until there is nothing left to say', () => {
    const course = new Course(parcel);
    const before = course.dialogue.temper;
    course.wait(2 * parcel.patienceMs);
    expect(course.said).toContain('Hello??');
    expect(course.dialogue.temper).toBeGreaterThan(before);
    course.wait(60 * MINUTE);
    expect(course.dialogue.nudges).toBe(parcel.nudges.length);
    expect(nextMoment(parcel, course.dialogue)).toBeNull();
  });

  test('a calm customer waits longer than an angry one', () => {
    const calm = new Course(howTo);
    calm.wait(2 * parcel.patienceMs);
    expect(calm.dialogue.nudges).toBe(0);
  });
});

describe('what the agent says decides the course', () => {
  test('a sorry that names the harm cools, "calm down" heats', () => {
    const heard = new Course(parcel);
    const scolded = new Course(parcel);
    const before = heard.dialogue.temper;
    heard.reply('I am so sorry your parcel never came, Marta.');
    expect(scolded.reply('Please calm down.')).toContain('Do NOT tell me to calm down');
    expect(heard.dialogue.temper).toBeLessThan(before);
    expect(scolded.dialogue.temper).toBeGreaterThan(before);
  });

  test('a hollow apology is quoted back and changes nothing', () => {
    const course = new Course(parcel);
    const before = course.dialogue.temper;
    expect(course.reply('We apologise for any inconvenience.')).toContain('“Inconvenience”');
    expect(course.dialogue.temper).toBe(before);
    expect(course.dialogue.given.has('sorry')).toBe(false);
  });

  test('a bare sorry is asked what for', () => {
    expect(new Course(parcel).reply('Sorry!')).toContain('Sorry for WHAT');
  });

  test('quoting the customer’s question back answers nothing', () => {
    const course = new Course(doubleCharge);
    course.reply('You asked: And who is going to pay the £12.00? I’m checking that now.');
    expect(course.dialogue.given.has('fee')).toBe(false);
    course.reply('We pay the £12.00.');
    expect(course.dialogue.given.has('fee')).toBe(true);
  });

  test('what was not answered is asked again, in other words', () => {
    const course = new Course(parcel);
    const first = course.reply('I can see how maddening that is.');
    const second = course.reply('I really do understand.');
    expect(first).toContain('Not ONE of you has even said sorry');
    expect(second).toContain('apology');
    expect(second).not.toContain('Not ONE');
  });

  test('the same sentence twice is noticed', () => {
    const course = new Course(parcel);
    course.reply('I can see how maddening that must be for you.');
    expect(course.reply('I can see how maddening that must be for you.')).toContain('same sentence twice');
  });

  test('an angry customer answers in bursts, one who has cooled in one breath', () => {
    const course = new Course(parcel);
    const hot = course.reply('I can see how maddening that is.').split('\n');
    course.reply('I am so sorry your parcel never came.');
    const cool = course.reply('A courier brings it to you.').split('\n');
    expect(hot.length).toBeGreaterThan(1);
    expect(cool).toEqual([expect.stringMatching(/^OK\. .*when will it be here/)]);
  });

  test('a question gets its answer, and nothing is asked back before the agent has spoken', () => {
    const course = new Course(parcel);
    expect(course.reply('Which address should the courier come to?')).toContain('14 Weir Lane');
  });

  test('a long message into the middle of a burst is butting in', () => {
    let dialogue = openDialogue(parcel, 0);
    dialogue = passTime(parcel, dialogue, 2_500).dialogue;
    dialogue = hearAgent(
      parcel,
      dialogue,
      'Thank you for getting in touch with us today, let me tell you how our deliveries work in general.',
      2_500,
    );
    const { said } = passTime(parcel, dialogue, 40_000);
    expect(said.map((one) => (one.kind === 'customer' ? one.text : ''))).toContain('Can you let me FINISH');
  });

  test('a short word of listening is not', () => {
    let dialogue = passTime(parcel, openDialogue(parcel, 0), 2_500).dialogue;
    dialogue = hearAgent(parcel, dialogue, 'I’m with you, go on.', 2_500);
    expect(passTime(parcel, dialogue, 40_000).said.map((one) => (one.kind === 'customer' ? one.text : ''))).not.toContain(
      'Can you let me FINISH',
    );
  });

  test('the truth is refused before a sorry, and taken after it', () => {
    const course = new Course(cancelledFlight);
    expect(course.reply('The flight is not cancelled, it has the new number FW 281.')).toContain('I can’t READ');
    course.reply('I am sorry that you found out through that e-mail, at the airport.');
    expect(course.reply('FW 281 leaves instead, it only has a new number.')).toContain('it goes? 281?');
  });
});

describe('endings', () => {
  const GOOD = [
    'I can see how maddening that is, and I am sorry your parcel never came.',
    'A courier brings it from the depot today between 17:00 and 19:00.',
    'I will see to it myself until you have it in your hands.',
  ];

  test('everything given: thanks, and after the agent’s goodbye they leave', () => {
    const course = new Course(parcel);
    for (const text of GOOD) course.reply(text);
    expect(course.dialogue.ending).toBe('solved');
    expect(course.said.join('\n')).toContain('Thank you. I mean it');
    expect(course.reply('Thank you, Marta. Is there anything else?')).toContain('that was all');
    course.wait(10_000);
    expect(course.left).toBe(true);
  });

  test('provoked again and again, they walk out', () => {
    const course = new Course(parcel);
    for (const text of ['Calm down.', 'That is our policy.', 'You should have been at home.', 'Are you sure you were?'])
      course.reply(text);
    course.wait(10_000);
    expect(course.dialogue.ending).toBe('walked_out');
    expect(course.left).toBe(true);
    expect(course.said.join('\n')).toContain('I am done');
  });

  test('after they have left, nothing said brings them back', () => {
    const course = new Course(parcel);
    for (const text of ['Calm down.', 'That is our policy.', 'You should have been at home.', 'Are you sure you were?'])
      course.reply(text);
    course.wait(10_000);
    expect(course.reply('I am sorry about your parcel.')).toBe('');
  });

  test('the same words lead to the same course, other words to another', () => {
    const [one, again, other] = [new Course(parcel), new Course(parcel), new Course(parcel)];
    for (const text of GOOD) {
      one.reply(text);
      again.reply(text);
      other.reply('You will have to call the depot.');
    }
    expect(again.said).toEqual(one.said);
    expect(other.said).not.toEqual(one.said);
  });
});
