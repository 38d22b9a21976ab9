// Facts a customer states: names, order numbers, amounts, dates, durations, products, how often they got in touch.
// Values keep the customer's own words; the last one told wins (follow's business).
import type { FactKind } from '../../protocol/vocabulary';
import { type Span, spanOf } from './quote';

/** `value` is how a phrase would say it. */
export type HeardFact = Span & { readonly kind: FactKind; readonly value: string };

const CODE_WORD =
  'order|ref|reference|ticket|case|booking|account|acct|invoice|policy|receipt|claim|tracking|confirmation|reservation|membership|complaint|job|contract|shipment|repair|request';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const NUMBER =
  '(?:\\d+(?:[.,]\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|(?:twenty|thirty|forty|fifty|sixty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|several|half an|a couple of|a few)';
const UNIT = '(?:seconds?|min(?:ute)?s?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?|yrs?)';
const TOUCH = '(?:call|email|e-mail|message|chat|letter|contact|attempt|complaint|visit|ticket)';
const TOUCHED =
  '(?:called|rung|rang|phoned|emailed|e-mailed|messaged|written|wrote|contacted|chased|asked|complained|explained|reported|tweeted|been in touch|got in touch)';
const COUNT = '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|several|multiple|numerous|countless)';

type Surroundings = { readonly before: string; readonly after: string };
/** `value`: how a phrase would say it; empty where no phrase should. */
type Finder = {
  readonly kind: FactKind;
  readonly find: RegExp;
  readonly value?: (words: string, around: Surroundings) => string;
};

/** Each finds its fact in group 1. Earlier finders of a kind are surer; a later one is asked only where they found nothing. */
const FINDERS: readonly Finder[] = [
  { kind: 'name', find: /\b(?:my name is|my name's|name:)\s+(\p{L}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)/giu, value: firstName },
  {
    kind: 'name',
    find: /\b(?:[Tt]his is|I am|I['’]m|[Ii]t['’]s)\s+(\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s\p{Lu}\p{Ll}[\p{L}'’-]*)?)(?=\s*(?:[,.!]|$|here|from|calling))/gu,
    value: firstName,
  },
  {
    kind: 'name',
    find: /(?:\b[Rr]egards|\b[Tt]hanks|\b[Ss]incerely|[-–—])[,\s]+(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)\s*[.]?$/gmu,
    value: firstName,
  },
  {
    kind: 'order',
    find: new RegExp(
      `\\b(?:${CODE_WORD})s?(?:\\s+(?:number|no\\.?|num|id|code|ref(?:erence)?))?\\s*(?:is|was|[:#-])*\\s*#?([a-z]{0,6}[-/]?\\d[\\da-z]*(?:[-/][\\da-z]+)*)`,
      'gi',
    ),
  },
  { kind: 'order', find: /(?:^|\s)#([a-z]{0,6}-?\d[\da-z-]{3,})/gi },
  {
    kind: 'order',
    find: /(?<![\w£$€.,:/-])([A-Z]{1,5}-?\d{3,}[A-Z\d-]*|\d{2,}-\d{3,}(?:-\d+)*|[A-Z]{2,4}-[A-Z\d]*\d[A-Z\d]*)(?![\w/])/g,
  },
  { kind: 'amount', find: /((?:[£$€₹¥]|\b(?:GBP|USD|EUR|INR|AUD|CAD|Rs\.?)\s?)\s?\d+(?:,\d{3})*(?:\.\d{1,2})?k?)/g },
  {
    kind: 'amount',
    find: /\b(\d+(?:,\d{3})*(?:\.\d{1,2})?\s?(?:pounds|quid|dollars|euros?|rupees|bucks|pence|cents|gbp|usd|eur|inr|aud|cad)|\d+(?:,\d{3})*(?:\.\d{1,2})?[£€$])(?!\w)/gi,
  },
  {
    kind: 'date',
    find: new RegExp(
      `\\b((?:(?:last|this|next)\\s+)?${WEEKDAY}(?:\\s+(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?(?:\\s+(?:of\\s+)?${MONTH})?)?)\\b`,
      'gi',
    ),
    value: pastDate,
  },
  {
    kind: 'date',
    find: new RegExp(
      `\\b(\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:\\s+\\d{4})?|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?)\\b`,
      'gi',
    ),
    value: pastDate,
  },
  { kind: 'date', value: pastDate, find: /\b(\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2})\b/g },
  {
    kind: 'date',
    value: pastDate,
    find: /\b(yesterday|last (?:night|week|month|year)|this morning|the \d{1,2}(?:st|nd|rd|th))\b/gi,
  },
  {
    kind: 'duration',
    find: new RegExp(
      `\\b(${NUMBER}\\s+(?:(?:whole|full|working|business|bloody|long)\\s+)?${UNIT}|\\d+(?:mins?|hrs?|h))\\b`,
      'gi',
    ),
    value: waitedFor,
  },
  { kind: 'duration', value: waitedFor, find: /\b(all (?:day|week|month|morning|afternoon|night|weekend))\b/gi },
  {
    kind: 'contact_count',
    find: new RegExp(
      `\\b(?:my|the|this is (?:my|the|now the)?)\\s*((?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+(?:nd|rd|th))\\s+(?:time|${TOUCH}))\\b`,
      'gi',
    ),
    value: countOf,
  },
  {
    kind: 'contact_count',
    find: new RegExp(
      `\\b${TOUCHED}(?:\\s+(?:you|them|in|up|about (?:this|it)|support|your team))*\\s+(${COUNT}\\s+times|twice)`,
      'gi',
    ),
    value: countOf,
  },
  {
    kind: 'contact_count',
    find: new RegExp(`\\b(${COUNT}\\s+(?:separate\\s+|different\\s+)?${TOUCH}s)\\b`, 'gi'),
    value: countOf,
  },
  { kind: 'product', find: /\b(?:[Mm]y|MY|[Oo]ur)\s+((?:new\s+)?\p{L}[\p{L}-]+(?:\s\p{L}[\p{L}-]+){0,2})/gu, value: bareNoun },
  {
    kind: 'product',
    find: /\b(?:ordered|bought|purchased|booked|returned)\s+(?:a|an|the|two|three|some)\s+(\p{L}[\p{L}-]+(?:\s\p{L}[\p{L}-]+){0,2})/giu,
    value: bareNoun,
  },
];

/** The facts of one customer message, at most one of each kind except amounts and dates, in the order of the kinds. */
export function hearFacts(raw: string): HeardFact[] {
  const found: HeardFact[] = [];
  for (const { kind, find, value } of FINDERS) {
    if (found.some((fact) => fact.kind === kind)) continue;
    for (const match of raw.matchAll(find)) {
      const words = match[1];
      if (!words || (kind === 'order' && !looksLikeCode(words))) continue;
      const end = match.index + match[0].length;
      const around = {
        before: raw.slice(Math.max(0, match.index - REACH_CHARS), match.index),
        after: raw.slice(end, end + REACH_CHARS),
      };
      const said = value ? value(words, around) : words;
      if (said === '' && !STATED_ANYWAY.has(kind)) continue;
      const start = match.index + match[0].lastIndexOf(words);
      const shown = kind === 'product' ? said : words;
      found.push({ ...spanOf(raw, start, start + shown.length), kind, value: said });
      break;
    }
  }
  return found;
}

/** How far around a fact its meaning is looked for (UTF-16 units). */
const REACH_CHARS = 40;
/** Dates and times are facts even where no phrase should say them back. */
const STATED_ANYWAY: ReadonlySet<FactKind> = new Set(['date', 'duration']);

/** Phrases say dates of what has happened: "since {date}". */
function pastDate(words: string): string {
  if (/^(?:next|tomorrow)\b/i.test(words)) return '';
  return words.replace(/\p{L}+/gu, (word) =>
    NAMED_DATE.test(word) ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase() : word.toLowerCase(),
  );
}
const NAMED_DATE = new RegExp(`^(?:${WEEKDAY}|${MONTH})$`, 'i');

/** Phrases say how long somebody has waited or suffered, not how old a thing is or how long a contract runs. */
function waitedFor(words: string, { before, after }: Surroundings): string {
  const isOther =
    /\b(?:customer|client|member|loyal|old|aged?|every|per|within|warranty|only)\b[^.!?]*$/i.test(before) ||
    /^\W*(?:old|ago|off|trial|warranty|guarantee|contract|plan|subscription|notice|return)/i.test(after);
  return isOther ? '' : words.toLowerCase();
}

/** Enough digits to be a number of something, or letters and digits mixed in capitals: FW4K7P. */
const looksLikeCode = (words: string) =>
  (words.length >= 4 && words.replace(/\D/g, '').length >= 3) || /^(?=.*\d)(?=.*[A-Z])[A-Z\d-]{5,}$/.test(words);

const NOT_NAMES = new Set(
  'not so very really still just going sorry happy trying waiting calling done here back sure afraid unable a an the ridiculous about only now fine right'.split(
    ' ',
  ),
);

function firstName(words: string): string {
  const first = words.split(/\s/)[0] ?? '';
  return NOT_NAMES.has(first.toLowerCase()) ? '' : `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
}

const COUNTS = new Map<string, string>([
  ['second', 'two'],
  ['third', 'three'],
  ['fourth', 'four'],
  ['fifth', 'five'],
  ['sixth', 'six'],
  ['seventh', 'seven'],
  ['eighth', 'eight'],
  ['ninth', 'nine'],
  ['tenth', 'ten'],
  ['twice', 'two'],
]);

function countOf(words: string): string {
  const first = (words.split(/\s/)[0] ?? '').toLowerCase();
  return COUNTS.get(first) ?? first.replace(/(?:nd|rd|th)$/, '');
}

/** Words that end a noun phrase, and nouns that name no product. */
const NOUN_ENDS = new Set(
  'is was has had have will would can could should did does do are were be been being am and or but so that this which who when where why how because if then than to for from with by at in on of off up out about into over under after before since until while still just never not now again also only even really keeps keep kept stopped came come arrived arrives broke went goes got get gets says said needs shows showed today yesterday tomorrow twice please it its i you we they he she them us me there here did didn doesn isn wasn hasn won can couldn as a an the yet already ever always'.split(
    ' ',
  ),
);
const NOT_PRODUCTS = new Set(
  'name email mail phone number address account money time day days week wife husband son daughter mother father mum mom dad kids kid children family partner friend boss life problem issue question order case ticket complaint opinion experience patience understanding bank card fault job house home own query request refund reference password details side end way mind point questions call calls message messages emails first second third last fourth next other turn situation calendar new compensation rights right fault experience complaint claim wages salary heart health birthday team client clients colleague office manager neighbour neighbor neighbours street area town hall door hands hand eyes'.split(
    ' ',
  ),
);

function bareNoun(words: string): string {
  const kept: string[] = [];
  for (const word of words.split(/\s/)) {
    if (NOUN_ENDS.has(word.toLowerCase()) || (kept.length > 0 && /(?:ed|ing|ly)$/i.test(word))) break;
    kept.push(word);
  }
  const last = kept.at(-1)?.toLowerCase() ?? '';
  return last.length < 3 || NOT_PRODUCTS.has(last) || NOT_PRODUCTS.has(kept[0]?.toLowerCase() ?? '') ? '' : kept.join(' ');
}
