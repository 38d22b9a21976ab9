// Anger that the shape of a text shows: words in capitals, runs of marks. Timing is follow's business.
// Joy, thanks, codes and habit have the same shapes, so the words around decide: what warms, what heats. A sentence of thanks is
// left out wholly: it can only take a signal away, never add one.
import type { Text, Word } from '../language';
import { type Span, spanOf } from './quote';

/** Shouted words; whole messages in capitals only where their words are angry too. */
export function findCapitals(text: Text): Span[] {
  if (!text.words.some((word) => word.capital)) return [];
  const mood = moodOf(text);
  if (EXCUSED.test(mood.all)) return [];
  const own = unquoted(text.raw);
  const habit = !hasContrast(text, mood.open);
  if (habit ? mood.heat + (mood.pressed ? 1 : 0) < HABIT_HEAT || mood.heat <= mood.warm : isCalm(mood)) return [];
  const runs = mood.open.flatMap((at) => runsOf(own, wordsOf(text, at))).filter((run) => isShouted(text, run));
  if (!isLoud(runs, mood.heat > 0 || mood.pressed)) return [];
  return runs.map((run) => spanOf(text.raw, (run[0] as Word).start, (run.at(-1) as Word).end));
}

/** Runs of marks: "!!", "??", "?!". One mark says nothing, nor does a joyful or friendly run. */
export function findPunctuation(text: Text): Span[] {
  const runs = [...unquoted(text.raw).matchAll(new RegExp(MARKS, 'g'))];
  if (runs.length === 0) return [];
  const mood = moodOf(text);
  if (isCalm(mood)) return [];
  const open = new Set(mood.open);
  const asks = text.sentences.map((_, sentence) => ASKS.test(plainOf(text, sentence)));
  let at = 0;
  return runs.flatMap((run) => {
    while ((text.sentences[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= run.index) at++;
    const aside = text.raw[run.index - 1] === '(' || (mood.heat === 0 && !run[0].includes('!') && asks[at] === true);
    return (open.has(at) || text.sentences.length === 0) && !aside
      ? [spanOf(text.raw, run.index, run.index + run[0].length)]
      : [];
  });
}

const MARKS = /[!?]{2,}/;

/** `open`: the sentences that may shout, that is all but thanks; `pressed`: a run of marks in them. `warm` counts in all sentences, `heat` in the open ones. */
type Mood = {
  readonly all: string;
  readonly open: readonly number[];
  readonly pressed: boolean;
  readonly warm: number;
  readonly heat: number;
};

const isCalm = ({ warm, heat }: Mood): boolean => warm > heat;

function moodOf(text: Text): Mood {
  const open: number[] = [];
  const all: string[] = [];
  let warm = 0;
  let heat = 0;
  let pressed = false;
  let thanked = false;
  text.sentences.forEach((sentence, at) => {
    const plain = plainOf(text, at);
    const hot = heatOf(plain);
    const thanks = THANKS.test(plain) && !BITTER.test(plain);
    all.push(plain);
    warm += count(WARM, plain) + (thanks ? 1 : 0);
    const more = thanked && hot === 0 && sentence.last - sentence.first <= MORE_THANKS_WORDS;
    thanked = thanks || more;
    if (thanked) return;
    open.push(at);
    heat += hot;
    pressed ||= MARKS.test(text.raw.slice(sentence.start, sentence.end));
  });
  return { all: all.join(' . '), open, pressed, warm, heat };
}

const plainOf = (text: Text, sentence: number): string =>
  wordsOf(text, sentence)
    .flatMap((word) => (word.capital && isCode(text.raw, word) ? [] : word.norm))
    .join(' ');

const heatOf = (plain: string): number => count(HEAT, plain) + 2 * count(FURY, plain);

const count = (pattern: RegExp, plain: string): number => plain.match(pattern)?.length ?? 0;

/** What a message wholly in capitals must show beside them; a run of marks is a part of it. */
const HABIT_HEAT = 2;
/** With fewer words than this in small letters, capitals are how the message is typed. */
const CONTRAST_WORDS = 2;
/** "Thank you! You helped me a lot!": what follows thanks and is short belongs to them. */
const MORE_THANKS_WORDS = 10;

const wordsOf = (text: Text, sentence: number): readonly Word[] => {
  const at = text.sentences[sentence];
  return at ? text.words.slice(at.first, at.last) : [];
};

/** Enough small letters that capitals stand out: "I said NO". */
function hasContrast(text: Text, open: readonly number[]): boolean {
  let all = 0;
  for (const at of open) {
    const words = wordsOf(text, at);
    const lower = words.filter((word) => isLower(text, word)).length;
    const capital = words.filter((word) => word.capital).length;
    all += lower;
    if (all >= CONTRAST_WORDS || (capital > 0 && lower >= capital)) return true;
  }
  return false;
}

const isLower = (text: Text, word: Word): boolean => /\p{Ll}{2}/u.test(text.raw.slice(word.start, word.end));

/** Stretches of words in capitals; "I" and "A" and numbers join one and start none. Codes and quotes break it. */
function runsOf(own: string, words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  let trailing = 0;
  const close = () => {
    if (trailing > 0) run.length -= trailing;
    if (run.length > 0) runs.push(run);
    run = [];
    trailing = 0;
  };
  for (const word of words) {
    const inQuote = own[word.start] === ' ';
    if (!inQuote && word.capital && !isCode(own, word)) {
      run.push(word);
      trailing = 0;
    } else if (!inQuote && run.length > 0 && /^(?:[ia]|\d{1,3})$/.test(word.norm)) {
      run.push(word);
      trailing++;
    } else close();
  }
  close();
  return runs;
}

/** Letters with digits, and what hyphens, slashes or signs tie to them: "AX99-KILL", "#SALE", "@SHOP". */
const isCode = (raw: string, word: Word): boolean =>
  /\d/.test(raw.slice(word.start, word.end)) ||
  /[#@_/\\\-=&:]/.test(raw[word.start - 1] ?? '') ||
  raw[word.end] === '#' ||
  (/[#@_/\\\-=&:]/.test(raw[word.end] ?? '') && /[\p{Lu}\d]/u.test(raw[word.end + 1] ?? ''));

/** Three words in a row, one long word, two short ones, or a "NO". Where nothing heats, a name will not do: "the RED or the GREEN". */
function isLoud(runs: readonly (readonly Word[])[], heated: boolean): boolean {
  const spoken = runs.flat().filter((word) => (heated ? isSpoken(word.norm) : LEANT_ON.has(word.norm)));
  return spoken.length > 1 || spoken.some((word) => word.norm.length >= LONG_WORD || ALONE.has(word.norm));
}
const LEANT_ON = new Set(
  'after again already alone always before both down dare enough ever every everything five four half hello just left mine more must never nobody nothing once one only over own same second seven seriously several six sixth still ten that them then there these third this those three today tomorrow twice twenty two very want what when where which while who whole whose why without wrong you your yours yourself yourselves me my no not now stop really zero'.split(
    ' ',
  ),
);
const ALONE = new Set(['no', 'now']);

/** A run among small letters is shouted when it holds words that nobody writes in capitals otherwise. */
function isShouted(text: Text, run: readonly Word[]): boolean {
  const [first] = run;
  if (!first) return false;
  const spoken = run.filter((word) => isSpoken(word.norm));
  if (spoken.length === 0 || (run.length === 2 && run.some((word) => ACRONYMS.has(word.norm) || !/[aeiouy]/.test(word.norm))))
    return false;
  const before = text.raw.slice(Math.max(0, first.start - NAMED_REACH), first.start);
  if (run.length <= NAME_WORDS && NAMED.test(before)) return false;
  if (run.length === 1 && GREETING.test(first.norm)) return /^\s*[?!]*\?/.test(text.raw.slice(first.end));
  return true;
}

const NAMED_REACH = 24;
const NAME_WORDS = 4;
/** "code SAVE", "it says FAIL", "in the MOVE folder": a name follows. */
const NAMED =
  /(?:\b(?:code|codes|ref|reference|number|num|no|id|serial|sku|model|plate|reg|says|saying|shows|showing|reads|displays|titled|called|named|spelled|spelt|size|colour|color|brand|labelled|labeled|marked|voucher|coupon|promo|tracking|button|option|mode|word|key|booking|pnr|username|user|login|file|error|status|type|reply|press|pressed)[:.,]?|[:=])\s+$/i;
const GREETING = /^(?:hello|helo|hi|hey|hiya|dear|morning|yo|ok|okay|urgent|yes|please)$/;

/** Long words but acronyms and names that are written so; short ones only if they are words of speech. */
const isSpoken = (norm: string): boolean =>
  norm.length >= LONG_WORD ? !ACRONYMS.has(norm) && /[aeiouy]/.test(norm) : SHORT.has(norm);
const LONG_WORD = 4;
const SHORT = new Set(
  'no not now me my you one two six ten all any why how who off out up day is are was do did has had get got put ask see pay paid him his her our us day new old own bad too yet hrs job kid car mum mom dad man god fee bed box bag dog lie sad mad hot of to at in on by for and the it we he she they be am an as if or so up us go i a'.split(
    ' ',
  ),
);
const ACRONYMS = new Set(
  'usb sim pin vat atm pdf dvd lan ssd ram cpu gpu hdd otp led lcd uhd apr gps url ios api vip suv eta asap hdmi imei iban wifi visa nasa ikea vpns jpeg jpegs http https html smtp imap bsod gdpr amex sepa bacs iptv hvac rofl lmao lmfao omfg yolo rsvp dvla hmrc rtgs neft imps esim esims uefi bios raid pdfs faqs eula mmorpg covid iata iphone ipad usbc nvme ssds aadhaar oled qled dslr lidar ssid wpa2 captcha cvvs pins apis urls gifs adhd ptsd sata gmail paypal ebay tesla android windows xbox playstation nhs uber icloud otps usps fedex dpd ups hermes cctv psat gcse toefl ielts mris sims aetna moot atms'.split(
    ' ',
  ),
);

/** The text with blanks for what stands in quotation marks: somebody else's capitals. */
const unquoted = (raw: string): string => raw.replace(QUOTES, (quote) => ' '.repeat(quote.length));
const QUOTES = /"[^"\n]{1,120}"|“[^”\n]{1,120}”|(?<![\p{L}\p{N}])['‘][^'’\n]{2,80}['’](?![\p{L}\p{N}])/gu;

const words = (flags: string, ...parts: readonly string[]): RegExp =>
  new RegExp(`(?<![^ ])(?:${parts.join('|')})(?![^ ])`, flags);

/** Why somebody types in capitals. */
const EXCUSED = words(
  'u',
  'caps|capitals?|capslock|(?:big|small|large) letters|type (?:so )?(?:big|large)|shouting|eyesight|shift key',
);

const THANKS = words(
  'u',
  'thank(?:s|you|yous|u|ful)?|thanx|thnx|tnx|thx|ty|tysm|tyvm|ta|cheers|kudos|well done',
  'appreciat(?:e|ed|ive)|grateful|gratitude|obliged|god bless|bless you',
  '(?:you|ye|u|guys) (?:guys |lot )?(?:are|have been|were) (?:all |so |a |an |the |my |such |really |absolute |total )*(?:best|stars?|hero|heroes|legends?|lifesavers?|angels?|gems?|treasure|wizards?|champions?|amazing|brilliant|kind|helpful|lovely|great|wonderful|fantastic|good|patient)',
);
const BITTER = words(
  'u',
  'thank(?:s|you)?(?: \\S+){0,4} for(?: \\S+)? (?:nothing|ruining|wasting|losing|ignoring|lying|robbing|hanging|nowt|stealing)',
  'no thanks(?: to)?',
);

/** Joy, friendliness, courtesy. */
const WARM = words(
  'gu',
  '[🎉🙌💛🙏😂🥳❤💕😊😍🤩🥰💚💙😄😁👏🤗🔥🤣🙂😅💖🎊]+',
  'haha\\S*|lol|lmao|hehe\\S*|yay|yays|wo+ho+|wo+|e+k|aw+|a+h|yes+|omg|oh my (?:god|gosh|days|word)|holy moly|lets go+|letsgo+|hooray|hurrah|phew|wow|whoa',
  'love|loves|loved|loving|lovely|that is (?:so |really )?(?:great|good|nice|cool|mad|class)|amazing|awesome|brilliant|fantastic|perfect|wonderful|excellent|beautiful|gorgeous|delighted|thrilled|ecstatic|excited|happy|happiest|glad|proud|best|winner|wizards?|legends?|lifesaver|hero|heroes|genius|beauty|treasure|beast|sweet|lucky|adorable|obsessed|crisis over|cant wait|can not wait|so good|nice one|fair play|deserves?|props|respect|you (?:guys )?rock|(?:good|great) job|made (?:my|our|her|his) (?:day|week|month|year|night)|no way|for free|here i come|ap+roved|stamped|(?:is|are) (?:so |just )?(?:wicked|sick|unreal)|congrat\\S*',
  '(?:it|that|she|he|they|this|code|trick|thing|fix|dress|printer|one|both|everything) (?:is |are |has |have |finally |just |actually |totally |all )*(?:works|worked|working|fits|fit|lives|came|arrived|landed|booted|charging|paired|alive|here|back|turned up|went through|did it|sings|was it|loaded|fixed|sorted|matched|passed|moved over)',
  '(?:is|are|am) (?:finally |all )?(?:back|in|here)|(?:me in|back up|back on|online|working|running) again',
  'refund landed|passport came|came and it|went through|got it|got the (?:last|refund|code|email|money|job)|got (?:his|her|my) \\S+ back|found (?:it|my|the|him|her)|actually found|all along|(?:i|we|he|she) made (?:it|the)|(?:i|we) (?:won|passed|did it)|saved (?:it|us|me|the|my)|said yes|guest list|in one piece|kiss (?:you|all)|crying|screaming|dancing|upgraded (?:us|me)|can (?:hear|see it)|all good|(?:nailed|smashed|killed|killing) it|first try',
  'please|kindly|could (?:you|i|we|someone)|can (?:you|i|we)|would you|may i|any chance|quick (?:one|question|q)|sorry|my bad|yikes|oops|whoops|no (?:rush|stress|worries|hurry|problem)|not complaining|just (?:wondered|wondering|curious|checking|confirming|asking)|facepalm|ignore me|would like|i wish to|look(?:ing)? forward|hi|hiya|hey|dear|good (?:morning|evening|afternoon)|kind regards',
);

/** A question that somebody only wants answered. */
const ASKS =
  /^(?:(?:so|and|ok|okay|but|um|also) )*(?:what (?:time|is the|size|day)|when (?:is|are|does|do|can)|is (?:it|the|there|this|that)|are (?:there|the)|do (?:i|we)|do you (?:have|sell|do|take|ship|deliver|open|accept|know)|does|which|how (?:much|do i|can i)|can|shall|should) /;

/** Displeasure in single words and short turns. */
const HEAT = words(
  'gu',
  'why|still|again|never|nobody|no one|nothing|none|not one|without|broken|wrong|lost(?! property)|lose|stolen|dead|smashed|ruined|stuck|cancelled|canceled|refused?|ignored?|ignoring|charg(?:ed|ing)|locked|enough|already|actual|unreal|kidding|kind of|keep|keeps|kept|twice|third|fourth|fifth|sixth|every single|hung up|wasted?|missed|missing|alone|sent me|whole reason|someone else',
  '(?:you|you are|u) even|even (?:there|read|reading|possible|open|listening)|will not|did not|not (?:helpful|good|acceptable|want|a|working|ok|okay)|no (?:more|reply|answer|response|refund|service|show|notice|engineer|driver|excuse)',
  'answer (?:me|the|my|us)|give (?:me|us|it)|(?:i|we) (?:want|need|demand)(?! to\\b)|i (?:said|asked|told|paid)|i have (?:told|asked|sent|said|paid|been|rung|called)|(?:read|look at) (?:my|the|what)|before you|call me|because of you|who is above|how (?:is it|many times|come|long|do you|the|much longer)|what (?:kind|part|is wrong|the|century)|where is|my money|you (?:said|told|promised|had|left|lost|sent|broke|charged|took|owe|sold|people|lot)|yall|who (?:designs?|does|approved|thought|wrote|checks|has)',
  '(?:been|the|\\d+|two|three|four|five|six|seven|eight|nine|ten|forty|an?|for|whole) (?:full |whole )?(?:hours?|days|weeks|months)|manager|supervisor|boss|lawyers?|police|court|compensation|complaint|i wrote|because of your|on camera|threw|dumped|fake|shameless|(?:and|then|now) you (?:put|send|take|took|gave|give|charge|want|say|tell)|in this century|trading standards|my own|out of my',
);

/** Words that are angry by themselves: insults, oaths, verdicts. */
const FURY = words(
  'gu',
  'hate|idiots?|idiotic|morons?|clowns?|fools?|muppets?|melts|liars?|lied|lies|lying|scam|scammers?|scamming|thie(?:f|ves)|thieving|crooks?|crooked|robbers?|robbery|robbed|robbing|vultures?|parasites?|leeches|con|cheats?|greedy|useless|pathetic|garbage|rubbish|joke|jokers?|disgrace\\S*|disgust\\S*|ridiculous|rediculous|unacceptable|unbelievable|outrageous|shambles|shame|shameful|worst|terrible|awful|appall\\S*|incompetent|nonsense|stupid|dumb|sick of|livid|furious|raging|angry|fuming|fed up|ashamed|fraud|rip off|ripped off|insult\\S*|rude',
  'f~\\S*|fk|fkn|effing|fuck\\S*|shit\\S*|crap|damn|bloody|goddamn|the hell|ass|arse|wtf|ffs|bastards?|bs|bullshit|for the love|sake|where is my|how hard|get me|answer (?:me|the phone|my)|still (?:no|not|nothing|waiting|have not|has not|broken|down)|(?:nobody|no one) \\S+s?|(?:third|fourth|fifth|sixth|tenth) time|been (?:\\S+ )?(?:\\d+|two|three|four|five|six|seven|eight|nine|ten) (?:hours|days|weeks|months)|how dare|dare you|stop|sue|seriously|serious',
);
