// A customer's clause turned round for the agent to say: "my parcel still isn't here" → "your parcel still isn't here",
// "you charged me twice" → "we charged you twice". Where it would not be sure to be faithful, it says nothing.
import { normalWords } from '../language';

const MAX_WORDS = 20;
const MIN_WORDS = 3;

/** Talk before the matter itself. */
const LEAD =
  /^(?:(?:so|well|ok|okay|look|listen|hi|hello|hey|yes|yeah|no|and|but|honestly|seriously|basically|right|now|also|sorry|um|uh|oh|again|plus|because|like|hi there|good (?:morning|afternoon|evening)|excuse me|i can(?:['’]?t|not) believe(?: that)?|i(?:['’]m| am) (?:so |very |really |absolutely )?(?:upset|angry|annoyed|furious|disappointed|fed up) (?:that|because)|the (?:problem|thing|issue|fact) is(?: that)?|(?:i|we) (?:now )?(?:see|notice)d?(?: that)?)[\s,.!:—–-]+)+/i;
const TAIL =
  /(?:[\s,]+(?:and|but|so|because|or|please|thanks|thank you|ok|okay|right|you know|seriously|honestly|for god['’]?s sake))*[\s.!?…,;:"'”’)-]*$/i;
const SUBJECTS = new Set([
  'i',
  'my',
  'we',
  'our',
  'you',
  'your',
  'the',
  'a',
  'an',
  'it',
  'they',
  'nobody',
  'nothing',
  'there',
  'this',
  'that',
  'these',
  'those',
  'no',
  'someone',
  'somebody',
  'every',
  'one',
  'two',
  'half',
  'some',
  'both',
]);
/** Words that make a clause a question, an order, a quotation or a judgement, and so nothing to hand back. */
const UNSAFE =
  /["“”«»]|\?|\b(?:liar|liars|lying|thie[fv]\w*|scam\w*|stupid|idiot\w*|useless|pathetic|incompetent|moron\w*|joke|crap|shit\w*|f[u*~]\w*|damn|bloody|hell|arse\w*|ass|bastard\w*|ridiculous|disgust\w*|terrible|awful|appalling|shambles|disgrace\w*|clowns?|sue|lawyer)\b/i;

const SHOUTED = /^\P{L}*\p{Lu}{4,}\P{L}*$/u;

const SIMPLE = new Map<string, string>([
  ['i', 'you'],
  ["i'm", "you're"],
  ["i've", "you've"],
  ["i'd", "you'd"],
  ["i'll", "you'll"],
  ['im', "you're"],
  ['ive', "you've"],
  ['me', 'you'],
  ['my', 'your'],
  ['mine', 'yours'],
  ['myself', 'yourself'],
  ['we', 'you'],
  ["we're", "you're"],
  ["we've", "you've"],
  ["we'd", "you'd"],
  ["we'll", "you'll"],
  ['us', 'you'],
  ['our', 'your'],
  ['ours', 'yours'],
  ['ourselves', 'yourselves'],
  ['your', 'our'],
  ['ur', 'our'],
  ['yours', 'ours'],
  ["you're", "we're"],
  ["you've", "we've"],
  ["you'd", "we'd"],
  ["you'll", "we'll"],
  ['yourself', 'ourselves'],
  ['yourselves', 'ourselves'],
]);
const GROUP = new Set(['lot', 'guys', 'people', 'folks', 'all']);
const PREPOSITIONS = new Set(['to', 'from', 'with', 'by', 'for', 'at', 'of', 'on', 'about', 'against', 'behind', 'near', 'than']);
const VERB_AFTER =
  /^(?:(?:have|has|had|did|do|does|are|were|was|will|would|can|could|should|must|may|might)(?:n['’]?t)?|don['’]?t|didn['’]?t|haven['’]?t|won['’]?t|can['’]?t|couldn['’]?t|aren['’]?t|weren['’]?t|never|still|just|only|even|also|already|then|said|told|sent|took|kept|keep|gave|lost|made|left|put|got|broke|sold|let|cut|shut|wrote|rang|came|went|\p{L}+ed|charge|promise|cancel)$/iu;

/**
 * Turn one clause round. In: a customer's sentence. Out: a clause in the agent's mouth, starting in lower case unless its
 * first word is a name, without end mark; null where it would not be faithful and grammatical.
 */
export function turnRound(sentence: string): string | null {
  const clause = sentence.replace(/\s+/g, ' ').trim().replace(LEAD, '').replace(TAIL, '').trim();
  const words = clause.split(' ');
  if (words.length < MIN_WORDS || words.length > MAX_WORDS || UNSAFE.test(clause)) return null;
  // Nobody wants their own shouting handed back; codes and short acronyms stay.
  const shouted = clause.replace(/[^\p{Lu}]/gu, '').length > clause.replace(/[^\p{L}]/gu, '').length * 0.6;
  const plain = words.map((word) => (/\d/.test(word) || !(shouted || SHOUTED.test(word)) ? word : word.toLowerCase()));
  if (!SUBJECTS.has(normalWords(plain[0] ?? '')[0] ?? '')) return null;
  const turned: string[] = [];
  for (let at = 0; at < plain.length; at++) {
    const word = plain[at] as string;
    const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}£$€#]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word) ?? [];
    const key = core.toLowerCase().replace(/[’ʼ]/g, "'");
    let said: string | null;
    if (key === 'you' || key === 'u') {
      const grouped = GROUP.has(bare(plain[at + 1]));
      said = sayYou(bare(plain[at - 1]), bare(plain[at + (grouped ? 2 : 1)]), at === 0);
      if (grouped) at++;
    } else said = sayOther(key, core, bare(plain[at - 1]));
    if (said === null) return null;
    turned.push(before + said + after);
  }
  const first = turned[0] ?? '';
  turned[0] = /^\p{Lu}[\p{Ll}'’]*$/u.test(first) ? first.charAt(0).toLowerCase() + first.slice(1) : first;
  return turned.join(' ');
}

const bare = (word: string | undefined) => (word ?? '').toLowerCase().replace(/[^\p{L}'’]/gu, '');

/** The customer's "you" is the firm: "we" before its verb, "us" as an object. */
function sayYou(previous: string, next: string, isFirst: boolean): string | null {
  if (PREPOSITIONS.has(previous) && !VERB_AFTER.test(next)) return 'us';
  if (VERB_AFTER.test(next)) return next === 'was' ? null : 'we';
  return !isFirst && next === '' ? 'us' : null;
}

/** "am" and "was" agree with the person they now belong to; everything that is nobody's stays as it is. */
function sayOther(key: string, core: string, previous: string): string | null {
  const isMine = previous === 'i';
  if (key === 'am') return isMine ? 'are' : null;
  if (key === 'was' && isMine) return 'were';
  if (key === "wasn't" && isMine) return "weren't";
  return SIMPLE.get(key) ?? core;
}
