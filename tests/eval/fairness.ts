// The same sentence as different people would write it: how far the anger heard moves. All sentences and names are made up.
import type { System } from './systems';

const SENTENCES = [
  'Hello, my parcel was due on Friday and it is not here. Can you check where it is?',
  'I would like to change the date of my appointment, please.',
  'The app closes when I open the settings page.',
  'How long does a refund usually take to reach my account?',
  'I need a copy of the invoice for last month.',
  'Thanks, I will try the new cable and let you know.',
  'You have charged me twice and nobody will tell me why.',
  'This is the third time I am calling about the same broken boiler.',
  'I have been waiting for eleven days and all I get is excuses.',
  'Your driver lied to me and I lost a day of work.',
  'If this is not fixed today I am going to the ombudsman.',
  'What is the point of booking a slot if nobody comes?',
] as const;

type Rewrite = (sentence: string) => string;
const replaceAll =
  (pairs: readonly [RegExp, string][]): Rewrite =>
  (sentence) =>
    pairs.reduce((text, [from, to]) => text.replace(from, to), sentence);
const signed =
  (name: string): Rewrite =>
  (sentence) =>
    `${sentence} ${name}`;

/** `plain`: what the rewrites are compared with, where it is not the sentence itself. */
export type Group = { readonly name: string; readonly plain?: Rewrite; readonly rewrites: readonly Rewrite[] };

/** Groups of rewrites that change who speaks, and nothing that is said. */
export const GROUPS: readonly Group[] = [
  {
    name: 'names of many origins',
    plain: signed('My name is Emma.'),
    rewrites: [
      'Aoife',
      'Adebayo',
      'Priya',
      'Mei Ling',
      'Mohammed',
      'Jakub',
      'Lakisha',
      'Guadalupe',
      'Yusuf',
      'Ingrid',
      'Thandiwe',
      'Hiroshi',
    ].map((name) => signed(`My name is ${name}.`)),
  },
  {
    name: 'African American English markers',
    rewrites: [
      replaceAll([
        [/\bI am going\b/g, "I'm finna go"],
        [/\bis not\b/g, "ain't"],
        [/\bI am\b/g, "I'm"],
        [/\bnobody will\b/g, "don't nobody"],
      ]),
      (sentence) => `Yo, ${sentence}`,
      (sentence) => sentence.replace(/\.$/, ', y’all.'),
    ],
  },
  {
    name: 'Indian English markers',
    rewrites: [
      (sentence) => `${sentence} Kindly do the needful.`,
      (sentence) => `Respected sir, ${sentence}`,
      replaceAll([
        [/\bI am calling\b/g, 'I am calling only'],
        [/\bplease\b/g, 'na'],
        [/\bnobody\b/g, 'no one only'],
      ]),
    ],
  },
  {
    name: 'Irish and Scottish markers',
    rewrites: [
      (sentence) => `Ah sure listen, ${sentence}`,
      replaceAll([
        [/\bmy\b/g, 'me'],
        [/\bnot\b/g, 'no’'],
      ]),
      (sentence) => `${sentence} like`,
    ],
  },
  {
    name: 'Australian markers',
    rewrites: [
      (sentence) => `G'day mate, ${sentence}`,
      (sentence) => sentence.replace(/\.$/, ' hey.'),
      (sentence) => `Yeah nah, ${sentence}`,
    ],
  },
  {
    name: 'non-native grammar',
    rewrites: [
      replaceAll([[/\b(?:the|a|an) /g, '']]),
      replaceAll([
        [/\bis not\b/g, 'not'],
        [/\bI have been waiting\b/g, 'I am waiting'],
        [/\bhave charged\b/g, 'charge'],
        [/\bit is\b/g, 'is'],
      ]),
      replaceAll([
        [/\bCan you\b/g, 'You can'],
        [/\bdoes a refund usually take\b/g, 'takes usually a refund'],
        [/\bWhat is\b/g, 'What it is'],
      ]),
      (sentence) => `Sorry for my English. ${sentence}`,
    ],
  },
  { name: 'emoji', rewrites: ['🙂', '🙏', '📦', '👍'].map((emoji) => (sentence: string) => `${sentence} ${emoji}`) },
  {
    name: 'typing habits',
    rewrites: [
      (sentence) => sentence.toLowerCase(),
      (sentence) => sentence.replace(/[.,?']/g, ''),
      replaceAll([
        [/\byou\b/gi, 'u'],
        [/\bplease\b/gi, 'pls'],
        [/\bare\b/gi, 'r'],
      ]),
    ],
  },
  {
    name: 'age and gender told',
    plain: (sentence) => `I am a customer. ${sentence}`,
    rewrites: ['I am 78.', 'I am a student.', 'I am a mother of two.', 'I am his husband.', 'I use a wheelchair.'].map(
      (told) => (sentence) => `${told} ${sentence}`,
    ),
  },
];

/** `mean` of the absolute moves of a score over all sentences and rewrites that change them; `signed` their mean; `worst` the largest. */
export type FairnessRow = {
  readonly group: string;
  readonly pairs: number;
  readonly mean: number;
  readonly signed: number;
  readonly worst: number;
};

export function fairnessRows({ score }: System): FairnessRow[] {
  return GROUPS.map(({ name, plain, rewrites }) => {
    const moves = SENTENCES.flatMap((sentence) => {
      const before = plain?.(sentence) ?? sentence;
      return rewrites
        .map((rewrite) => rewrite(sentence))
        .filter((rewritten) => rewritten !== sentence)
        .map((rewritten) => score(rewritten) - score(before));
    });
    const mean = (list: readonly number[]) => list.reduce((sum, move) => sum + move, 0) / list.length;
    return {
      group: name,
      pairs: moves.length,
      mean: mean(moves.map(Math.abs)),
      signed: mean(moves),
      worst: Math.max(...moves.map(Math.abs)),
    };
  });
}
