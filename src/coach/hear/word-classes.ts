// Rough kinds of English words, for the anger model: rows of kinds ("ordinal, time, me") are the same in a thousand wordings.
// A word has one kind at most; the first list that holds it wins.
import { isNumber, isOrdinal, isTime } from '../counting-words';

const LISTS: Readonly<Record<string, string>> = {
  me: 'i me my mine myself we us our ours',
  you: 'you your yours yourself yourselves',
  they: 'they them their he she his her him',
  negation: 'not no never nothing none nobody neither nor without noone hardly barely nowhere',
  asking: 'what why how when where who which whose',
  was: 'was were had did been',
  is: 'is are am be being do does has have',
  modal: 'can could would will should must might may shall',
  again: 'again still yet already always every another twice keep keeps kept ever even once repeatedly constantly now',
  degree:
    'so very really just absolutely completely totally utterly actually literally quite rather simply exactly honestly frankly seriously apparently clearly obviously presumably evidently supposedly',
  contact:
    'call called calls calling phone phoned ring rang rung email emailed emails mail chat chatted message messaged messages contact contacted ticket tickets reply replied replies answer answered respond responded response write wrote written text texted speak spoke spoken talk talked tell told explain explained ask asked queue transferred',
  promise: 'promise promised promises said say says guaranteed assured assure swore sworn supposed meant confirmed',
  staff:
    'agent agents manager managers supervisor rep reps team staff colleague colleagues driver drivers engineer technician person people someone somebody advisor adviser operator receptionist department company lot bot chatbot boss',
  waiting: 'wait waited waiting late delay delayed delays overdue hold patience patient',
  praise:
    'great wonderful lovely brilliant fantastic charming splendid marvellous amazing awesome superb excellent perfect nice good delightful bravo congratulations impressive impressed fabulous love terrific beautiful genius classy magic',
  verdict:
    'bad terrible awful worst poor rubbish useless wrong disappointed disappointing annoying annoyed angry upset frustrated frustrating ridiculous unacceptable disgusting pathetic joke shame disgrace shocking appalling appalled furious sick tired fed unhappy horrible rude incompetent lie lies lied liar',
  leaving: 'cancel cancelled cancelling leave leaving switch switching elsewhere competitor closing goodbye moving',
  outside:
    'review reviews ombudsman regulator lawyer solicitor court sue police press newspaper legal chargeback complaint complain twitter',
  money:
    'money refund refunded charge charged charges charging pay paid paying payment fee fees bill billed price cost credit pounds dollars quid bucks cash',
  fault:
    'crash crashes crashed crashing error fault fails failed failing freeze freezes frozen stuck dead dies blank loading broken leak leaking',
  harm: 'lost lose missed miss ruined stranded wasted waste afford job work wedding funeral hospital child kids daughter son mother wife husband baby cold hungry night birthday',
  please: 'please kindly',
  polite: 'hi hello hey dear regards sincerely sorry excuse',
  joy: 'lol haha hahaha lmao yay woohoo omg wow',
  if: 'if whether unless suppose',
  but: 'but however though although instead',
  other: 'neighbour neighbor ex landlord thief scammer brother sister friend',
  asking_for: 'possible want need like wondering help know question available option options there',
  past: 'last ago previously earlier yesterday',
  day: 'today tomorrow tonight morning afternoon evening monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december',
  first: 'first',
  one: 'one',
};

const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries(LISTS)
    .reverse()
    .flatMap(([kind, words]) => words.split(' ').map((word): [string, string] => [word, kind])),
);

const FORMS: readonly [string, (norm: string) => boolean][] = [
  ['time', isTime],
  ['ordinal', isOrdinal],
  ['number', isNumber],
  ['amount', (norm) => /^[£$€₹]/.test(norm)],
  ['code', (norm) => /\d/.test(norm)],
  ['emoji', (norm) => /\p{Extended_Pictographic}/u.test(norm)],
];

/** The kind of a word in normal form, or null for most words. */
export const kindOf = (norm: string): string | null => KINDS.get(norm) ?? FORMS.find(([, is]) => is(norm))?.[0] ?? null;
