// Doreen Maddock, on the phone: no hot water, two missed visits, her mother in the house. Captions mishear and correct themselves.
import type { Script } from '../dialogue/script';

export const callBoiler: Script = {
  id: 'call-boiler',
  channel: 'call',
  customer: { name: 'Doreen Maddock', firstName: 'Doreen', place: 'Coldharbour' },
  brand: 'Emberhall Heating',
  subject: 'Boiler, second missed visit',
  record: {
    rows: [
      { label: 'Job', value: 'EH-7702' },
      { label: 'Boiler', value: 'Hearthline 24, fault F4' },
      { label: 'Cover', value: 'Full care, £19.50 a month' },
      { label: 'In the house', value: 'her mother, 81' },
      { label: 'Missed', value: 'Sat 11 and Tue 14 October' },
    ],
    timeline: [
      { when: 'Fri 10 Oct', what: 'Reported: no hot water, fault F4' },
      { when: 'Sat 11 Oct', what: 'Visit 8:00 to 12:00. Engineer ill, nobody rang' },
      { when: 'Tue 14 Oct', what: 'Visit 8:00 to 12:00. Part not on the van, nobody rang' },
      { when: 'Wed 15 Oct', what: 'Ignition part is at the Coldharbour store' },
    ],
    options: [
      'Engineer with the part: today, 16:00 to 18:00',
      'Two electric heaters: delivered within 90 minutes',
      'Two missed visits: £40 off, automatic',
    ],
  },
  before: [{ kind: 'event', text: 'Call connected. Captions are on', minutesAgo: 0 }],
  opening: [
    { text: 'hello yes finally, it’s Doreen Maddock, I’ve been on hold for twenty five minutes', pauseMs: 600 },
    { text: 'it’s about the {oiler|boiler}, job number {eh seventy seven oh two|EH-7702}', pauseMs: 200 },
    { text: 'your engineer was booked for {chews day|Tuesday} between eight and twelve and he never came', pauseMs: 200 },
    { text: 'that’s the second time, he didn’t come on Saturday {ether|either} and nobody rang me', pauseMs: 200 },
    {
      text: 'my mother is {eighty won|eighty-one} and she’s sitting in her {code|coat} in the kitchen, this is absolutely disgusting',
      pauseMs: 200,
    },
  ],
  temper: 3.5,
  patienceMs: 16_000,
  nudges: [
    'hello? are you still {they’re|there}?',
    'hello? oh for heaven’s sake, it’s gone quiet again',
    'I can hear you {breeding|breathing}, is anybody going to say something?',
    'I’m not hanging up, you know, I’ve waited long enough for you people',
  ],
  about: /boiler|heating|engineer|visit|tuesday|saturday|mother|cold|water|hold|came|come|rang|ring|called|wait|twice|coat/i,
  wants: [
    { id: 'heard', by: ['acknowledges'], relieves: 0.5, thanks: 'well, thank you, it is hard, it’s five days now' },
    {
      id: 'sorry',
      by: ['sorry'],
      relieves: 1,
      thanks: 'alright, thank you for saying that',
      asks: {
        hot: ['nobody’s even said {story|sorry}, do you know that?', 'not one apology, not from any of you'],
        cool: ['I’d have liked somebody to say sorry, to be honest'],
      },
    },
    {
      id: 'owner',
      by: ['owns'],
      relieves: 1,
      thanks: 'right, so you’ll {sea|see} to it, not somebody else',
      asks: {
        hot: [
          'and who’s going to see to it? because every time I ring it’s a different {purse on|person}',
          'I want to know who’s responsible for this',
        ],
        cool: ['and will that be you, or do I ring in and start {of her|over} again?'],
      },
    },
    {
      id: 'plan',
      by: [
        /\bengineer\b|\bheaters?\b|\bsend(?:ing)? (?:some|an?|the|you)\b|\bwith the part\b|\bbook(?:ing|ed)? (?:you|a|an)\b|\bvisit\b/i,
      ],
      relieves: 1,
      thanks: 'an {engine near|engineer}, with the part this time, right',
      asks: {
        hot: [
          'so what are you going to do about it, I’ve got no hot water since {fried day|Friday}',
          'yes but what happens NOW?',
        ],
        cool: ['so what happens now with the {oiler|boiler}?', 'and what will you do about it?'],
      },
    },
    {
      id: 'when',
      by: ['says_when'],
      relieves: 1,
      thanks: 'today, well, that’d be {grate|great}',
      asks: {
        hot: [
          'when? don’t say “in due course”, that’s what the last one {sat|said}',
          'give me a time, I’m not sitting in all day again',
        ],
        cool: ['and what time would that be?', 'can you give me a {thyme|time}?'],
      },
    },
  ],
  answers: [
    { asked: /job number|reference/i, line: 'it’s {eh seventy seven oh two|EH-7702}, I said so at the start' },
    {
      asked: /code|display|light|fault|show/i,
      line: 'it says {eff for|F4} on the little screen and a red light, it’s been like that since {fried day|Friday}',
    },
    {
      asked: /your mother|is she|warm|heater|is anyone/i,
      line: 'she’s wrapped up, she’s got a blanket and the oven door open, which I don’t {lick|like} at all',
    },
    {
      asked: /at home|be in|suit|what time|which day|when (?:would|can|are)/i,
      line: 'I’m in from {too|two} o’clock today, I had to swap my shift',
    },
    { asked: /phone|number|reach|ring you/i, line: 'this one, the number I’m {wringing|ringing} from' },
    {
      asked: /what happened|tell me|walk me|more about/i,
      line: 'I just told you, two visits, nobody came and nobody {wrung|rang}',
    },
  ],
  replies: {
    calm_down: [
      'don’t you tell me to calm down, young {mam|man}, you try it with no {eating|heating}',
      'I’ll calm down when it’s warm in here',
    ],
    policy: ['I don’t want to hear about your {police see|policy}, I pay nineteen pounds fifty every month'],
    refuses: ['you can’t? then what do I {play|pay} you for?', 'then put me on to somebody who can'],
    passes_on: ['oh no, no, I’m not being put {threw|through} to anyone else, I’ve been on hold twenty five minutes'],
    doubts: ['am I sure? I was stood at the {win dough|window} all morning'],
    blames: ['I beg your pardon? it’s not me that didn’t turn {upper|up}'],
    corrects: ['don’t you argue with me, I was here and he wasn’t'],
    provoked: ['I don’t believe what I’m {herring|hearing}', 'well that’s just {ruder|rude}'],
    hollow: ['inconvenience, she says, my mother’s in her {code|coat}', 'they all say that, off a {cart|card}'],
    bare: ['sorry for what, that’s what I’d like to {no|know}', 'yes but what {fore|for}?'],
    greeted: ['yes hello, never mind hello'],
    repeated: ['you’ve just said that, are you reading it off a {sheep|sheet}?'],
    interrupted: ['let me {finnish|finish}, please'],
    empty: ['yes but that doesn’t {elf|help} me', 'I’m sorry but that’s no answer'],
    confirmed: ['yes, that’s {write|right}', 'that’s it, yes'],
    puzzled: ['I don’t know, dear, that’s {four|for} you to know'],
  },
  solved: {
    cool: ['oh that’s a weight off, I’ll tell {mother|Mum}', 'thank you, you’ve been very good about it'],
    hot: 'well, I’ll believe it when he’s at the {dough|door}',
  },
  goodbye: 'no that’s everything, thank you, bye {buy|bye}',
  walkout: 'right, I’ve had enough, I’m ringing the {on buds man|ombudsman}, goodbye',
};
