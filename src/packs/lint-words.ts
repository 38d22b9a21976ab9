// The English word lists behind the pack check. Data only: what counts, never what to do about it.
// Wordings are lower-case words as `wordsOf` gives them; each matches as a whole run of words.

type Wordings = { readonly level: 'must' | 'consider'; readonly any: readonly string[] };

/** What a phrase should not say, by the code of the finding. */
export const UNWELCOME = {
  /** Sorry for nothing in particular: heard as a formula. */
  hollow_apology: {
    level: 'must',
    any: [
      'any inconvenience',
      'the inconvenience',
      'this inconvenience',
      'inconvenience caused',
      'any trouble caused',
      'any frustration',
      'sorry if',
      'sorry you feel',
      'sorry for that',
      'apologise for this',
      'apologize for this',
    ],
  },
  stock_words: {
    level: 'must',
    any: [
      'unfortunately',
      'valued customer',
      'rest assured',
      'please be advised',
      'please be informed',
      'as per',
      'kindly',
      'bear with',
      'i understand your frustration',
      'understand how frustrating',
      'your call is important',
      'your business is important',
      'at this time',
      'at your earliest convenience',
      'do not hesitate',
      "don't hesitate",
      'thank you for your patience',
      'going forward',
      'reach out',
    ],
  },
  policy: {
    level: 'must',
    any: ['our policy', 'company policy', 'policy states', 'policy says', 'per policy', 'not allowed to'],
  },
  calm_down: {
    level: 'must',
    any: ['calm down', 'relax', 'no need to be', 'no need to get', 'take a deep breath', 'watch your', 'your tone'],
  },
  blames: {
    level: 'must',
    any: [
      'are you sure',
      'you should have',
      'you failed',
      'you forgot',
      "you didn't read",
      "you didn't follow",
      "you didn't check",
      "you didn't tell",
      "you didn't say",
      "you didn't send",
      'you claim',
      'you say that',
      'as i said',
      'as i already',
      'as i told',
      'like i said',
      'with respect',
      'your fault',
      'your mistake',
    ],
  },
  overpromise: { level: 'must', any: ['guarantee', 'guaranteed', 'never again', 'never happen again', '100', 'without fail'] },
  commands: { level: 'consider', any: ['you need to', 'you must', 'you have to', 'you will have to', "you'll have to"] },
  we_for_i: { level: 'consider', any: ['we', "we're", "we've", "we'll", "we'd", 'our', 'us'] },
  vague_time: {
    level: 'consider',
    any: ['very soon', 'you soon', 'it soon', 'back soon', 'as soon as possible', 'shortly', 'asap', 'in due course'],
  },
  vague_thing: {
    level: 'consider',
    any: ['the issue', 'your issue', 'this issue', 'the matter', 'this matter', 'your query', 'your enquiry', 'your inquiry'],
  },
} as const satisfies Record<string, Wordings>;

/** Words that open the customer's feeling to a "but", which takes it back. */
export const EMPATHY = ['sorry', 'understand', 'see why', 'see how', 'hear you', 'appreciate', 'i know', 'be upset', 'right to'];
export const TAKE_BACK = ['but', 'however'];

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words of every sentence: a cue made of one of these marks every message. */
export const FUNCTION_WORDS = list(`
  a about after all am an and any are as at be because been before being but by can could did do does doing down each few for
  from further had has have having he her here hers him his how i if in into is it its just me more most my no nor not of off
  on once only or other our out over own same she should so some such than that the their them then there these they this
  those through to too under until up very was we were what when where which while who whom why will with would you your
  i'm i've i'll i'd it's that's there's he's she's you're you've don't didn't doesn't can't won't isn't wasn't hi hello dear
`);

/** Everyday words that angry and content customers use alike. */
export const COMMON_WORDS = list(`
  account address again ago already also always another answer anything app ask asked back bag bank bill bit book booked
  booking box bought buy call called came card case change charge charged check code come company contact customer day days
  delivered delivery different done email even ever every everything find first flight food found get getting give go going
  got guys help home hour hours house info internet item keep know last later left let like line link little long look
  looking made make maybe message minute minutes month months much name need never new next night nothing now number ok okay
  old one online order ordered package paid parcel pay payment people person phone place plan please point price product put
  question read really receive received refund reply right said saw say says see seems send sent service show side since site
  someone something sorry start started stay still store sure take team tell thing things think thought ticket time times
  today told tomorrow tonight took train tried try trying two update use used using visit wait waiting want wanted way
  website week weeks went well work working write wrote year years yes yesterday yet
`);
