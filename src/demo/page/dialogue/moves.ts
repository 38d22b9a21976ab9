// What one agent message does to the person who reads it: says sorry, promises, refuses, passes on.
// Deliberately simple, and separate from the product: the demo page knows nothing of the extension that reads it.

const PROVOCATIONS = ['calm_down', 'rude', 'blames', 'doubts', 'corrects', 'passes_on', 'policy', 'refuses'] as const;
export type Provocation = (typeof PROVOCATIONS)[number];

export type Move =
  | Provocation
  | 'greets'
  | 'sorry'
  | 'hollow_sorry'
  | 'acknowledges'
  | 'owns'
  | 'says_when'
  | 'asks'
  | 'checks'
  | 'listens'
  | 'closes';

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const CLOCK = "(?:\\d{1,2}(?:[:.]\\d\\d)?\\s?(?:am|pm|o’clock|o'clock)|\\d{1,2}[:.]\\d\\d|noon|midday|midnight)";
const SPAN =
  '(?:an|one|two|three|four|five|ten|twenty|thirty|\\d+)[\\s-]?(?:working |business )?(?:minutes?|mins?|hours?|days?|weeks?)';

const SIGNS: readonly (readonly [Move, RegExp])[] = [
  [
    'calm_down',
    /\b(?:calm (?:down|yourself)|relax|settle down|chill|no need to (?:shout|be (?:rude|upset|angry))|watch your (?:tone|language))\b/,
  ],
  [
    'rude',
    /\bas i(?:'ve| have)? (?:already |just )?(?:said|told|explained|mentioned)\b|\bi already told you\b|\blike i said\b|\bwhatever\b|\bobviously\b/,
  ],
  [
    'blames',
    /\byou (?:should(?:n't| not)? have|failed to|didn't (?:read|check|follow)|must have|forgot to|ought to have)\b|\byour (?:own )?(?:fault|mistake)\b/,
  ],
  [
    'doubts',
    /\bare you (?:really |quite )?sure\b|\bdid you (?:even|actually)\b|\bhave you (?:even|actually)\b|\bour (?:records|system) (?:say|says|show|shows)\b/,
  ],
  [
    'corrects',
    /\bactually,? (?:you|that|your|it)\b|\bthat(?:'s| is) (?:not (?:true|correct|right|what)|wrong|incorrect|untrue)\b|\byou(?:'re| are) (?:wrong|mistaken|confused)\b/,
  ],
  [
    'passes_on',
    /\bnot my (?:department|job|area|team)\b|\byou(?:'ll| will)? (?:need|have) to (?:call|contact|speak|talk|ask|e-?mail|ring|go)\b|\bplease (?:call|contact|ring|e-?mail)\b|\b(?:an)?other (?:team|department|colleague)\b|\b(?:transfer|pass|forward|hand|redirect)(?:ring|ing|ed)? (?:you|this|it)\b/,
  ],
  ['policy', /\bpolic(?:y|ies)\b|\bterms (?:and|&) conditions\b|\bour (?:rules|procedure|process)\b|\bas per\b/],
  [
    'refuses',
    /\b(?:i|we) (?:can't|cannot|can not|won't|am unable|are unable|am not able|are not able|don't do)\b|\bnothing (?:more |else )?(?:i|we) can do\b|\bnot possible\b|\bimpossible\b|\bunfortunately,? (?:no|not)\b/,
  ],
  ['greets', /^\s*(?:hi|hello|hey|good (?:morning|afternoon|evening)|welcome)\b|\bhow can i help\b/],
  [
    'acknowledges',
    /\bi (?:can |do |completely |really )*(?:see|hear|understand|get|realise|appreciate)\b|\b(?:anyone|i)(?:'d| would) (?:be|feel|have)\b|\b(?:would|'d)\b[^.?!]*\bme\b|\bin your (?:place|shoes)\b|\byou(?:'re| are) (?:absolutely |quite )?right\b|\bno(?:body| one) should have to\b|\bno wonder\b|\bthat (?:is|was|must|sounds)\b[^.?!]*\b(?:maddening|infuriating|upsetting|unfair|awful|horrible|hard|wrong|long|frustrating|not good enough|not okay|not ok|too)\b|\b(?:frustrat|exasperat)\w+/,
  ],
  [
    'owns',
    /\b(?:i'm|i am|i'll|i will)\b[^.?!]*\b(?:myself|personally|see to|see it through|look after|take (?:care|this|it)|taking (?:care|this|it|charge|over)|sort|stay with|stay on|own|owning|make sure|mine|handle|handling|dealing|deal with|follow (?:this|it)|keep an eye|put (?:this|it) right|putting (?:this|it) right|fix|on it)\b|\bleave (?:it|this) with me\b|\bone person\b[^.?!]*\bme\b|\bthis is (?:mine|on me|with me)\b|\byou(?:'ve| have) got me\b/,
  ],
  [
    'says_when',
    new RegExp(
      `\\b(?:today|tonight|tomorrow|this (?:morning|afternoon|evening))\\b|\\b(?:by|before|at|until|from|between|on)\\s+(?:${WEEKDAY}|${CLOCK}|\\d{1,2}\\s?(?:st|nd|rd|th)?\\b)|\\b(?:within|in)\\s+(?:the next |about |under )?${SPAN}\\b|\\b(?:right|straight) (?:now|away)\\b|\\b${WEEKDAY}\\b`,
    ),
  ],
  [
    'checks',
    /\b(?:is that|have i got (?:that|it|this)|did i get (?:that|it)|do i have (?:that|it)) (?:right|correct)|(?:right|correct)\s*\?\s*$|\banything i(?:'ve| have) missed\b/,
  ],
  ['asks', /\?/],
  [
    'closes',
    /\banything else\b|\bthank(?:s| you)\b|\bhave a (?:good|nice|lovely|great)\b|\btake care\b|\bgood ?bye\b|\ball the best\b/,
  ],
];

const SORRY = /\b(?:sorry|apolog\w+)\b/;
const HOLLOW =
  /\binconvenience\b|\bfor (?:any|all|the) (?:trouble|upset|bother)\b|\bif (?:you (?:feel|felt|were)|this|that|it|we)\b/;
/** A sorry that goes on for this many words names something, even in words the script does not list. */
const NAMES_SOMETHING = /\b(?:sorry|apologi[sz]e)\b(?:[^.?!\s]*\s+[^.?!\s]+){4,}/;
const BACK_CHANNEL =
  /^(?:i'm (?:with you|here|listening|reading)|go on|take your time|i'm still here|yes|ok(?:ay)?|mm+|right|got (?:it|that)|understood|please go on|tell me more)\b/;
const BACK_CHANNEL_CHARS = 60;

/** Letters in capitals that count as shouting: four or more words' worth, most of the message. */
function shouts(text: string): boolean {
  const letters = text.replace(/[^a-z]/gi, '');
  return letters.length > 16 && letters.replace(/[^A-Z]/g, '').length / letters.length > 0.7;
}

/**
 * What an agent's message does.
 * In: the message, any length; `about`: words of this customer's matter. Out: the moves found, none for empty talk.
 */
export function hearMoves(text: string, about: RegExp): ReadonlySet<Move> {
  const plain = text.replace(/[‘’]/g, "'").toLowerCase().trim();
  const moves = new Set<Move>(SIGNS.filter(([, sign]) => sign.test(plain)).map(([move]) => move));
  if (shouts(text)) moves.add('rude');
  if (SORRY.test(plain)) {
    const specific = !HOLLOW.test(plain) && (about.test(plain) || NAMES_SOMETHING.test(plain));
    moves.add(specific ? 'sorry' : 'hollow_sorry');
  }
  if (plain.length <= BACK_CHANNEL_CHARS && BACK_CHANNEL.test(plain) && !moves.has('asks')) moves.add('listens');
  // Taking it on oneself makes a hand-over to somebody else bearable, and "I can't" that goes on to "I can" is no refusal.
  if (moves.has('owns')) moves.delete('passes_on');
  if (
    /\bbut (?:here's |what )?(?:i|we) (?:can|will|could)\b|\bwhat i can do\b|(?<!nothing (?:more |else )?)\bi can\b/.test(plain)
  )
    moves.delete('refuses');
  return moves;
}

export function isProvocation(move: Move): move is Provocation {
  return (PROVOCATIONS as readonly Move[]).includes(move);
}
