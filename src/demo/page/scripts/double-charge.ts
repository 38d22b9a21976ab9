// Edmund Sayle: charged twice. Never raises his voice; counts, dates and numbers everything, and wants every point answered.
import type { Script } from '../dialogue/script';

export const doubleCharge: Script = {
  id: 'double-charge',
  channel: 'chat',
  customer: { name: 'Edmund Sayle', firstName: 'Edmund', place: 'Ardenbridge' },
  brand: 'Brindlebox',
  subject: 'Charged twice',
  record: {
    rows: [
      { label: 'Account', value: 'BX-ES-2291, since March' },
      { label: 'Plan', value: 'Coffee box, monthly, £48.90' },
      { label: 'Invoices', value: 'BX-30417, BX-30418' },
      { label: 'Card', value: 'ending 0416' },
      { label: 'Contacts', value: '2 e-mails, not answered' },
    ],
    timeline: [
      { when: 'Fri 3 Oct', what: 'Renewal: £48.90 charged (BX-30417)' },
      { when: 'Sat 4 Oct', what: 'Card replaced by the bank; renewal ran again: £48.90 (BX-30418)' },
      { when: 'Mon 6 Oct', what: 'E-mail, automatic reply' },
      { when: 'Thu 9 Oct', what: 'E-mail, automatic reply' },
    ],
    options: [
      'Refund BX-30418, £48.90: back on the card within 2 working days',
      'Bank charges we caused, up to £30, are paid with a copy of the statement',
      'Cause: the card update on 4 October started the renewal a second time',
    ],
  },
  before: [
    { kind: 'event', text: 'Edmund Sayle started a chat from “Billing”', minutesAgo: 2 },
    {
      kind: 'bot',
      text: 'Hello, this is the Brindlebox assistant. Is it about a payment, a delivery or something else?',
      minutesAgo: 2,
    },
    { kind: 'customer', text: 'A payment. I should like to speak to a person.', minutesAgo: 1.5 },
    { kind: 'bot', text: 'Of course. Somebody will be with you shortly.', minutesAgo: 1.5 },
    { kind: 'event', text: 'Assigned to you', minutesAgo: 1 },
  ],
  opening: [
    { text: 'Good afternoon.', pauseMs: 1_500 },
    {
      text: 'You have charged me £48.90 twice for the same box: on 3 October (invoice BX-30417) and on 4 October (BX-30418).',
      pauseMs: 800,
    },
    { text: 'The second charge took my account below zero, and my bank has added a fee of £12.00.', pauseMs: 1_000 },
    {
      text: 'I wrote to you on the 6th and again on the 9th. Both times I received an automatic reply and, since then, silence. I find that remarkable.',
      pauseMs: 1_000,
    },
    {
      text: 'Please tell me three things. Why was I charged twice? When will the £48.90 be back? And who is going to pay the £12.00?',
      pauseMs: 800,
    },
  ],
  temper: 2.5,
  patienceMs: 80_000,
  nudges: [
    'I see that you are online. I am still here.',
    'That is now several minutes. I have noted the time for my bank.',
    'Perhaps you hope that I will go away. I will not. It is £60.90, and it is mine.',
    'Very well. I shall dispute both charges with my bank this afternoon, and cancel the subscription.',
  ],
  about:
    /charg|48\.?90|12\.?00|£12|twice|bank|fee|invoice|e-?mail|reply|repl(?:y|ies)|silence|account|payment|money|wait|answer/i,
  wants: [
    {
      id: 'sorry',
      by: ['sorry'],
      relieves: 1,
      thanks: 'Thank you. I had expected that on the 6th.',
      asks: {
        hot: ['I note that nobody has yet thought an apology appropriate.', 'Still not a word of regret.'],
        cool: ['A word of regret would not have been out of place.'],
      },
    },
    {
      id: 'why',
      by: [
        /\bbecause\b|\bcaused\b|\bthe (?:cause|reason)\b|card (?:update|was (?:updated|replaced))|new card|replac\w+ (?:the |your )?card|ran (?:a second time|again|twice)|renew\w+ (?:ran|again|twice|a second)/i,
      ],
      relieves: 0.5,
      thanks: 'I see. So a new card number sets off a second payment. That ought to be mended.',
      asks: {
        hot: ['My first question was why. It has not been answered.', 'For the third time: why was I charged twice?'],
        cool: ['You have not told me yet why it happened.', 'Could you still say how it came about?'],
      },
    },
    {
      id: 'money',
      by: [
        /\b(?:refund\w*|pay(?:ing)? (?:it|you) back|back (?:on|in|to) your|return(?:ing|ed)?)\b[^.?!]*(?:£?48\.?90|bx-?30418|second|charge|duplicate|payment)|(?:£?48\.?90|bx-?30418|second (?:charge|payment))[^.?!]*\b(?:refund|back|return)/i,
      ],
      relieves: 1,
      thanks: 'Good. £48.90, noted.',
      asks: {
        hot: [
          'You have £48.90 of mine. When do I get it back?',
          'I asked about £48.90. I should like to hear an amount and a date.',
        ],
        cool: ['And the £48.90 itself?', 'What about the £48.90, please?'],
      },
    },
    {
      id: 'when',
      by: ['says_when'],
      relieves: 0.5,
      asks: {
        hot: ['By when? “Soon” is what your automatic reply said.', 'A date, please.'],
        cool: ['And by which day will the money be there?', 'Which day would that be?'],
      },
    },
    {
      id: 'fee',
      by: [/£?12(?:\.00)?\b(?!:)|\bbank(?:'s)? (?:fee|charge)|\bfee\b/i],
      relieves: 1,
      thanks: 'That is correct of you. You will have the statement within the hour.',
      asks: {
        hot: ['There remains the bank’s £12.00. You caused it. Who pays it?', 'And the £12.00? I will not drop it.'],
        cool: ['That leaves the £12.00 from my bank.', 'And my bank’s £12.00?'],
      },
    },
    {
      id: 'owner',
      by: ['owns'],
      relieves: 0.5,
      asks: {
        hot: ['And to whom do I turn when nothing happens? My two e-mails found nobody.', 'I asked for a name.'],
        cool: ['May I take it that you will see to this yourself?', 'And you will follow it up yourself?'],
      },
    },
  ],
  answers: [
    {
      asked: /invoice|which (?:charge|payment)|reference|account number/i,
      line: 'Invoices BX-30417 and BX-30418. Both stand in my second message.',
    },
    {
      asked: /statement|copy|send (?:me|us)|screenshot|upload/i,
      line: 'I can send you the page of the statement with the £12.00 on it. To this chat?',
    },
    { asked: /which card|last four|card end/i, line: 'The card ending 0416. The bank sent it to me on 2 October.' },
    { asked: /which (?:day|date)|when (?:did|was)/i, line: 'On 3 and 4 October. The fee is dated the 5th.' },
    {
      asked: /what happened|tell me|more about|walk me/i,
      line: 'I have told you: one box, two charges of £48.90, one fee of £12.00, two e-mails without an answer.',
    },
    { asked: /keep|cancel|subscription|stay/i, line: 'I have not decided. It rather depends on the next few minutes.' },
  ],
  replies: {
    calm_down: [
      'I am perfectly calm. I am also £60.90 short.',
      'You keep mistaking precision for temper. It is not an improvement.',
    ],
    policy: ['Your policy does not entitle you to take £48.90 twice.', 'I did not ask about your policy.'],
    refuses: ['Then kindly find somebody who can.', 'That is not acceptable.'],
    passes_on: [
      'I have written to your company twice. I am not going to begin a third time with another department.',
      'No. You have the case in front of you.',
    ],
    doubts: [
      'I have the statement before me. Shall I read it to you?',
      'I do not care to be questioned about my own bank account.',
    ],
    blames: ['I beg your pardon? You took the money.', 'I see. It is my doing that you charged me twice.'],
    corrects: ['It is on the statement. Two entries, £48.90 each.', 'I suggest that you look before you contradict me.'],
    provoked: [
      'I shall keep a copy of this conversation.',
      'I advise you to read that again before you send another one like it.',
    ],
    hollow: ['“Any inconvenience” is what your automatic reply said, both times.', 'That phrase again.'],
    bare: ['For what, precisely?', 'I should prefer to hear what for.'],
    greeted: ['Good afternoon. My questions are above.', 'We have been introduced.'],
    repeated: ['You have sent me that sentence before. I had hoped for a person.', 'The same words a second time. Quite.'],
    interrupted: ['If you would allow me to finish.', 'I had not finished writing.'],
    empty: ['That answers none of my three questions.', 'I am afraid that is not an answer.'],
    confirmed: ['That is right.', 'Yes, correct.'],
    puzzled: ['I could not tell you. It is your system that took the money.', 'That I do not know.'],
  },
  solved: {
    cool: ['Then everything has been answered.', 'Thank you. That was a good deal better than the e-mails.'],
    hot: 'I shall look at my account then, and not a day later.',
  },
  goodbye: 'No, thank you. Good day.',
  walkout: 'This is leading nowhere. My bank will take it from here, and you may consider the subscription cancelled.',
};
