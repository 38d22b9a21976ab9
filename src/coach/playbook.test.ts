// Every row of the playbook, end to end through the coach's door with the built-in pack.
import { describe, expect, test } from 'vitest';
import { adviceAfter, evidenceOf, slipsOf, stateOf } from '../../tests/support/chat';
import { NO_CHOICES } from '../protocol/conversation';
import { GUARDRAIL_IDS, STEP_IDS } from '../protocol/vocabulary';

const COMPLAINT =
  'C: My parcel was due on Monday and it still has not arrived. This is the third time I have had to contact you!';

describe('steps', () => {
  test('the opening asks for a greeting, and a greeting with an offer is it', () => {
    expect(stateOf(adviceAfter(['C: Hi']), 'greet')).toBe('due');
    const greeted = adviceAfter(['C: Hi', 'A: Hello, this is Mara. How can I help you today?']);
    expect(stateOf(greeted, 'greet')).toBe('done');
    expect(evidenceOf(greeted, 'greet')).toMatch(/hello|help/i);
  });

  test('a customer mid-flow is heard out: only a back-channel is offered, and the step is done once they have finished', () => {
    const burst = ['C: I am so fed up with this', 'C+4: three weeks I have been waiting', 'C+5: and nobody calls me back'];
    const flowing = adviceAfter(burst, { later: 1 });
    expect(flowing.hold).toBe(true);
    expect(flowing.phase).toBe('hearing_out');
    expect(stateOf(flowing, 'hear_out')).toBe('due');
    for (const suggestion of flowing.suggestions) expect(suggestion.text.length).toBeLessThanOrEqual(24);
    expect(flowing.refreshAt).toBeGreaterThan(flowing.at);
    expect(adviceAfter(burst, { later: 30 }).hold).toBe(false);
  });

  test('heat asks for acknowledgement; a fresh spike asks again, with another wording', () => {
    expect(stateOf(adviceAfter([COMPLAINT]), 'acknowledge')).toBe('due');
    const calmed = [COMPLAINT, 'A: I can see why you are annoyed. Three times is far too many.', 'C: ok', 'C: fine'];
    expect(stateOf(adviceAfter(calmed), 'acknowledge')).toBe('done');
    const spiked = adviceAfter([
      ...calmed,
      'C: this is absolutely disgusting, you are a bunch of liars!!! I want your manager NOW',
    ]);
    expect(stateOf(spiked, 'acknowledge')).toBe('due');
  });

  test('"no apology yet" appears with a complaint and goes away with the words of the apology', () => {
    const missing = adviceAfter([COMPLAINT, 'A: What is your order number please?']);
    expect(['due', 'overdue']).toContain(stateOf(missing, 'apologise'));
    expect(missing.steps.find((step) => step.id === 'apologise')?.since).toMatchObject({ utterance: 'u0', replies: 1 });
    const said = adviceAfter([COMPLAINT, "A: I'm so sorry your parcel has not come."]);
    expect(stateOf(said, 'apologise')).toBe('done');
    expect(evidenceOf(said, 'apologise')?.toLowerCase()).toContain('sorry');
  });

  test('"sorry, what was the number?" is no apology', () => {
    expect(stateOf(adviceAfter([COMPLAINT, 'A: Sorry, what was the number?']), 'apologise')).not.toBe('done');
  });

  test('new harm makes the apology due again', () => {
    const advice = adviceAfter([
      COMPLAINT,
      "A: I'm sorry your parcel has not come.",
      'C: And now I see you charged me twice for it!',
    ]);
    expect(['due', 'overdue']).toContain(stateOf(advice, 'apologise'));
  });

  test("a told concern asks for restating, and the customer's words turned round do it", () => {
    const told = adviceAfter([COMPLAINT]);
    expect(told.concern?.restated).toContain('your parcel was due on Monday');
    expect(stateOf(told, 'restate')).toBe('due');
    const restated = adviceAfter([
      COMPLAINT,
      'A: So your parcel was due on Monday and has not come, and this is the third time you have written. Have I got that right?',
    ]);
    expect(stateOf(restated, 'restate')).toBe('done');
  });

  test('what is needed to solve it is asked for, and asking does it', () => {
    expect(stateOf(adviceAfter([COMPLAINT]), 'probe')).toBe('due');
    expect(stateOf(adviceAfter([COMPLAINT, 'A: Could you tell me your order number?']), 'probe')).toBe('done');
    expect(stateOf(adviceAfter(['C: My order 48-20713 has not arrived']), 'probe')).toBe('not_due');
    expect(stateOf(adviceAfter([COMPLAINT, 'C: the order number is 48-20713']), 'probe')).toBe('not_due');
  });

  test('ownership is due with a complaint, and due again when it is passed on', () => {
    expect(stateOf(adviceAfter([COMPLAINT, 'A: Leave it with me, I will see to this myself.']), 'own')).toBe('done');
    const passed = adviceAfter([
      COMPLAINT,
      'A: Leave it with me.',
      'C: ok',
      "A: Actually that's not my department, you will have to call billing.",
    ]);
    expect(['due', 'overdue']).toContain(stateOf(passed, 'own'));
  });

  test('assurance is due with anger and proved by a personal promise', () => {
    expect(['due', 'overdue']).toContain(stateOf(adviceAfter([COMPLAINT]), 'assure'));
    expect(stateOf(adviceAfter([COMPLAINT, "A: We'll get this sorted for you."]), 'assure')).toBe('done');
  });

  test('what can be done is due with a concern, and a refusal opens it again', () => {
    const acted = [COMPLAINT, "A: I've booked a new delivery for tomorrow."];
    expect(stateOf(adviceAfter(acted), 'act')).toBe('done');
    expect(['due', 'overdue']).toContain(
      stateOf(adviceAfter([...acted, 'C: I need it today', "A: There's nothing I can do."]), 'act'),
    );
  });

  test('an action that takes time wants a ticket or a time, and a follow-up', () => {
    const promised = adviceAfter([COMPLAINT, 'A: Leave it with me, I will look into this.']);
    expect(['due', 'overdue']).toContain(stateOf(promised, 'ticket_time'));
    expect(['due', 'overdue']).toContain(stateOf(promised, 'follow_up'));
    const timed = adviceAfter([COMPLAINT, "A: Your reference is 48291. I'll get back to you by 5 pm today."]);
    expect(stateOf(timed, 'ticket_time')).toBe('done');
    expect(stateOf(timed, 'follow_up')).toBe('done');
  });

  test('each factual question stays open until it is answered', () => {
    const asked = ['C: Where is my parcel? Can I change the delivery address?'];
    expect(adviceAfter(asked).questions.map((one) => one.text)).toEqual([
      'Where is my parcel?',
      'Can I change the delivery address?',
    ]);
    const one = adviceAfter([...asked, 'A: Your parcel is at the depot in the north of town.']);
    expect(one.questions.map((question) => question.text)).toEqual(['Can I change the delivery address?']);
    const both = adviceAfter([
      ...asked,
      'A: Your parcel is at the depot in the north of town.',
      'A: Yes, you can change the address until 6 pm.',
    ]);
    expect(both.questions).toEqual([]);
    expect(stateOf(both, 'answer')).toBe('done');
  });

  test('thanks and close wait for the customer, and never come while a question is open', () => {
    const solved = adviceAfter([
      COMPLAINT,
      "A: I'm sorry. I've sent a new one, it comes tomorrow.",
      "C: Perfect, that's sorted then, thank you so much for your help",
    ]);
    expect(solved.phase).toBe('closing');
    expect(solved.suggestions[0]?.step).toBe('thank_close');
    const thanks = "C: Perfect, that's sorted then, thank you so much for your help";
    for (const lines of [[COMPLAINT], [COMPLAINT, thanks, 'C: Can I still change the delivery address?']]) {
      expect(adviceAfter(lines).suggestions.some((one) => one.step === 'thank_close')).toBe(false);
    }
    const asking = adviceAfter([COMPLAINT, `${thanks}. When will it be here?`]);
    expect(asking.questions.map((one) => one.text)).toEqual(['When will it be here?']);
  });

  test('all thirteen are in the built-in pack', () => {
    expect(
      adviceAfter(['C: Hi'])
        .steps.map((step) => step.id)
        .sort(),
    ).toEqual([...STEP_IDS].sort());
  });
});

describe('guardrails', () => {
  const CAUGHT: Record<string, string> = {
    doubt: 'Are you sure you plugged it in?',
    argue: 'Actually, that is not true. Our policy clearly says 14 days.',
    rude: 'As I already told you, read the email.',
    calm_down: 'Please calm down.',
    blame_customer: 'You should have checked the size before ordering.',
    pass_buck: "That's not my department, you'll have to call billing.",
    refuse: "There's nothing I can do.",
    overpromise: 'I guarantee it will never happen again.',
    hollow_apology: 'Sorry for any inconvenience caused.',
  };

  test.each(Object.entries(CAUGHT))('%s is caught in a sent message and in the draft: %s', (id, words) => {
    expect(slipsOf(adviceAfter([COMPLAINT, `A: ${words}`]))).toContain(id);
    const draft = adviceAfter([COMPLAINT], { draft: words }).draft;
    const warning = draft?.warnings.find((one) => one.id === id);
    expect(warning?.instead).not.toBe('');
    expect(words.slice(warning?.start, (warning?.start ?? 0) + (warning?.length ?? 0))).toBe(warning?.text);
  });

  test('the same sentence twice sounds like a script', () => {
    const line = 'A: I am looking into your parcel right now for you.';
    expect(slipsOf(adviceAfter([COMPLAINT, line, 'C: and?', line]))).toContain('robotic');
  });

  test('one sorry too many for one harm is caught', () => {
    const sorry = ['A: I am sorry your parcel is late.', 'A: I am really sorry about the parcel.'];
    expect(slipsOf(adviceAfter([COMPLAINT, ...sorry]))).not.toContain('piled_apology');
    expect(slipsOf(adviceAfter([COMPLAINT, ...sorry, 'A: Again, so sorry your parcel never came.']))).toContain('piled_apology');
  });

  test('a long explanation in the middle of an outburst butts in; a short word does not', () => {
    const burst = ['C: I am so fed up with this', 'C+4: three weeks I have been waiting', 'C+5: and nobody calls me back'];
    const long =
      'A+2: Let me explain how our delivery process works, because the depot first has to scan each parcel before it can go out.';
    expect(slipsOf(adviceAfter([...burst, long]))).toContain('butting_in');
    expect(slipsOf(adviceAfter([...burst, "A+2: I'm with you."]))).not.toContain('butting_in');
  });

  test('billing will fix it and I stay on it until they do: that is ownership, not passing the buck', () => {
    const advice = adviceAfter([COMPLAINT, 'A: Billing will fix the charge and I will stay on it until they do.']);
    expect(slipsOf(advice)).not.toContain('pass_buck');
    expect(stateOf(advice, 'own')).toBe('done');
  });

  test('all twelve are in the built-in pack', () => {
    const caught = [...Object.keys(CAUGHT), 'robotic', 'piled_apology', 'butting_in'];
    expect(caught.sort()).toEqual([...GUARDRAIL_IDS].sort());
  });
});

describe('suggestions', () => {
  test("carry this customer's facts, and no slot is ever left open", () => {
    const advice = adviceAfter([COMPLAINT], { name: 'Dana Whitfield' });
    const texts = advice.suggestions.map((one) => one.text);
    expect(texts.length).toBe(3);
    for (const text of texts) expect(text).not.toMatch(/[{}[\]]/);
    for (const { text, filled } of advice.suggestions)
      for (const slot of filled) expect(text.slice(slot.start, slot.start + slot.length)).not.toBe('');
  });

  test('a wording passed over or used does not come again while there are others', () => {
    const first = adviceAfter([COMPLAINT]).suggestions[0]?.phrase as string;
    expect(adviceAfter([COMPLAINT], { choices: { ...NO_CHOICES, passed: [first] } }).suggestions[0]?.phrase).not.toBe(first);
    const used = adviceAfter([COMPLAINT], { choices: { ...NO_CHOICES, inserted: [first] } });
    expect(used.suggestions.map((one) => one.phrase)).not.toContain(first);
  });

  test('what was said in those words is not offered again', () => {
    const { text } = adviceAfter([COMPLAINT]).suggestions[0] as { text: string };
    const lines = [COMPLAINT, `A: ${text}`, 'C: this is a complete disgrace, I am furious!!'];
    for (const suggestion of adviceAfter(lines).suggestions) expect(suggestion.text).not.toBe(text);
  });

  test('different conversations meet different wordings', () => {
    const seen = new Set(
      ['one', 'two', 'three', 'four', 'five', 'six'].map((word) => adviceAfter([COMPLAINT, `C: ${word}`]).suggestions[0]?.phrase),
    );
    expect(seen.size).toBeGreaterThan(1);
  });
});

describe('attention', () => {
  test('is asked for when heat is high and a step is missing', () => {
    expect(
      adviceAfter(['C: This is absolutely disgusting. Third time I call and you useless people still have not sent my parcel!!'])
        .attention,
    ).toBe('now');
  });

  test('is asked for when a guardrail broke', () => {
    expect(adviceAfter([COMPLAINT, 'A: Calm down please.']).attention).toBe('now');
  });

  test('is never asked for on a calm conversation, whatever is ready', () => {
    const chat = [
      'C: Hi, how do I export my invoices as a PDF?',
      'A: Hello! Open Invoices, pick a month and press Export.',
      'C: Found it, thanks!',
    ];
    for (let length = 1; length <= chat.length; length++)
      expect(adviceAfter(chat.slice(0, length), { later: 600 }).attention).toBe('none');
  });
});

test('a pack can change what the coach asks for', () => {
  const advice = adviceAfter([COMPLAINT]);
  expect(advice.mood.raised.length).toBeGreaterThan(0);
  for (const signal of advice.mood.raised)
    expect(COMPLAINT.slice(3).slice(signal.start, signal.start + signal.length)).toBe(signal.text);
});
