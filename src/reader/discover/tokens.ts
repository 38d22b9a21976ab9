// The words that helpdesks use in class names, attributes and labels for who speaks. Data and a lookup; sees no page.
// Never "right" or "left" alone: on which side the agent stands differs between products, and within one (see tokens.test.ts).
import { memo } from '../memo';

export type Side = 'customer' | 'agent' | 'bot';
/** What an element says about itself: a side, or that it is no utterance at all (a private note, a line of the system, a typing preview). */
export type Kind = Side | 'note' | 'system' | 'typing';

/** `rank` 3: a noun for a person. 2: a direction. 1: a word that also means other things. Higher beats lower. */
export type Verdict<K extends Kind = Kind> = { readonly kind: K; readonly rank: 1 | 2 | 3 };

const words = <K extends Kind>(kind: K, rank: 1 | 2 | 3, list: string): [string, Verdict<K>][] =>
  list.split(' ').map((word) => [word, { kind, rank }]);

/** Count wherever they stand in a name. */
const ANYWHERE = new Map<string, Verdict>([
  ...words('customer', 3, 'customer customers visitor visitors client guest caller consumer buyer shopper requester enduser'),
  ...words('agent', 3, 'agent agents operator operators staff advisor adviser representative employee'),
  ...words('bot', 3, 'bot chatbot robot automated automation autoresponder'),
  ...words('customer', 2, 'incoming inbound received theirs'),
  ...words('agent', 2, 'outgoing outbound own mine myself'),
  ...words('customer', 1, 'user remote'),
  ...words('agent', 1, 'support admin rep'),
]);

/** Count only as the last word of a name, or alone: elsewhere they are part of something else ("fade-in", "me-2", "self-end"). */
const LAST = new Map<string, Verdict>([
  ...words('agent', 2, 'me self out sent you'),
  ...words('customer', 2, 'in them other'),
  ...words('agent', 1, 'current local'),
]);

const KINDS = new Map<string, Verdict>([
  ...words('note', 3, 'note notes internal private whisper'),
  ...words('system', 3, 'system event activity notice divider separator lineitem'),
  ...words('system', 2, 'status date day daystamp datestamp timestamp announcement'),
  ...words('typing', 3, 'typing composing sneak'),
]);

/** Compounds that mean a side although neither word does. */
const PAIRS = new Map<string, Verdict>([
  ...words('customer', 3, 'end+user'),
  ...words('agent', 3, 'customer+service customer+support customer+care help+desk support+agent'),
  ...words('bot', 3, 'virtual+agent virtual+assistant auto+reply'),
  // Chatwoot's own names up to version 4; not a rule about left and right.
  ...words('customer', 1, 'left+bubble'),
  ...words('agent', 1, 'right+bubble'),
]);

/** Before "me", "in", "out": makes the name a message's, not an animation's or a margin's. */
const BEARERS = new Set('message messages msg bubble chat item row entry is from by m'.split(' '));

/**
 * Utility classes (spacing, flex, colour, transition) say how a thing looks, not who speaks: "me-2" is a margin, "self-end" an
 * alignment, "ease-in-out" a curve. Names with a variant prefix ("hover:") too.
 */
const UTILITY =
  /^(?:[mp][xytrbles]?-\d|m[se]-|p[se]-|self-|items-|justify-|place-|content-|order-|ease-|fade-|slide-|zoom-|animate-|transition|duration-|bg-|text-|border-|rounded|shadow|w-|h-|min-|max-|flex|grid|gap-|col-|row-|d-|float-|align-|z-|top-|left-\d|right-\d|bottom-|opacity-|ng-|v-enter|v-leave|ember-|css-|sc-)|[:[\]()]/i;
/** Parts of a rich-text editor's own names (Summernote's "note-editable" is no private note). */
const EDITOR = /^(?:note-(?:edit|frame|tool|air|place|code|status|hand|pop|btn|icon|drop)|ql-|ck-|fr-|tox-|mce-)/i;

/** The words of a name in any of the usual spellings (`isFromAgent`, `msg--from_agent`), in lower case. */
export const wordsIn = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');

/** Who a class name or attribute value says is speaking; null where it does not say, or says two things. */
export const sideIn = memo((name): Verdict<Side> | null =>
  name.length > 80 || UTILITY.test(name) ? null : judgeSide(wordsIn(name)),
);

function judgeSide(parts: readonly string[]): Verdict<Side> | null {
  const found: Verdict[] = [];
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    const pair = next === undefined ? undefined : PAIRS.get(`${part}+${next}`);
    if (pair) return pair as Verdict<Side>;
    const anywhere = ANYWHERE.get(part);
    if (anywhere) found.push(anywhere);
    const last = next === undefined ? LAST.get(part) : undefined;
    const before = parts[index - 1];
    if (last && (before === undefined || BEARERS.has(before))) found.push(last);
  }
  const rank = Math.max(0, ...found.map((verdict) => verdict.rank));
  const best = found.filter((verdict) => verdict.rank === rank);
  // "agent to customer" names two people: it says nothing about who speaks.
  return best[0] && best.every(({ kind }) => kind === best[0]?.kind) ? (best[0] as Verdict<Side>) : null;
}

/** Whether a class name or attribute value marks a private note, a system line or a typing preview. */
export const kindIn = memo((name): Verdict | null => {
  if (name.length > 80 || UTILITY.test(name) || EDITOR.test(name)) return null;
  const known = wordsIn(name).find((part) => KINDS.has(part));
  return known === undefined ? null : (KINDS.get(known) ?? null);
});

const AGENT_NAME =
  /^(?:you|me|agent|support|rep|representative|operator|advis[oe]r|staff|(?:customer|client) (?:service|support|care|success).*|.*\b(?:support|service) (?:agent|team|rep|representative|desk)|.*\(you\)|agent\b.*|operator\b.*|.*\b(?:agent|operator|advis[oe]r|representative))$/;
const CUSTOMER_NAME = /^(?:(?:the )?(?:customer|client|caller|visitor|guest|end[ -]?user|requester|shopper)\b.*)$/;
const BOT_NAME =
  /^(?:.*\b(?:bot|chatbot|virtual (?:agent|assistant)|auto(?:mated)?[ -]?(?:reply|message|response)?)|assistant|bot\b.*)$/;

/** Whom a shown name stands for when it is a role ("Customer", "You", "Visitor 4821", "Support team"); null for a person's name. */
export function sideOfName(name: string): Side | null {
  const plain = name
    .toLowerCase()
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
  if (BOT_NAME.test(plain)) return 'bot';
  if (AGENT_NAME.test(plain)) return 'agent';
  return CUSTOMER_NAME.test(plain) ? 'customer' : null;
}

const PERSON =
  "(?!(?:I|It|My|We|You|They|He|She|This|That|Then|There|Your|Our|Who|What|Nobody)\\b)\\p{Lu}[\\p{L}'’.-]*(?: \\p{L}[\\p{L}'’.-]*){0,3}";
const ROOM = '(?: (?:the |this )?(?:chat|conversation|call|session|room|meeting|queue|ticket|case))';
const SYSTEM_LINES = [
  `${PERSON}(?: has| have)? (?:re)?(?:joined|left|entered)${ROOM}?`,
  `${PERSON}(?: has| have)? (?:ended|closed|resolved|re-?opened|started|accepted|took over|picked up)${ROOM}`,
  `${PERSON} (?:(?:has been|was|is) )?(?:assigned|transferred|handed over|escalated)${ROOM}? to .{1,60}`,
  `${PERSON} (?:is|are) (?:typing|writing)`,
  `(?:[Cc]hat|[Cc]onversation|[Cc]all|[Ss]ession|[Tt]icket|[Cc]ase)(?: (?:has been|was|is|has))? (?:started|ended|closed|resolved|re-?opened|(?:assigned|transferred|escalated) to .{1,60})`,
].map((form) => new RegExp(`^${form}[.…]{0,3}(?: (?:at |on |· )?[\\d:. apm]{4,8})?$`, 'u'));
/** Every word of a line that is only a date. */
const DATE_WORD =
  /^(?:(today|yesterday|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)|at|of|the|\d{1,4}(?:st|nd|rd|th)?|\d{1,2}:\d{2}|[ap]m)$/i;
const CLOCK =
  /^(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?|just now|now|\d{1,3} ?(?:s|sec|m|min|mins|h|hr|hrs|d)(?:utes?)?(?: ago)?)$/i;

/** A bare time of day or age, as chats print beside a message. */
export const isClock = (text: string): boolean => text.length <= 20 && CLOCK.test(text);

/** A line nobody said: a date between messages, "joined the chat", "assigned to". Ask only for rows that show no speaker. */
export function isSystemLine(text: string): boolean {
  if (text.length > 140 || text.includes('\n')) return false;
  return isClock(text) || isDate(text) || SYSTEM_LINES.some((form) => form.test(text));
}

function isDate(text: string): boolean {
  if (text.length > 40 || text.includes('?')) return false;
  const parts = text.split(/[\s,./-]+/).filter((part) => part !== '');
  const matches = parts.map((part) => DATE_WORD.exec(part));
  return matches.every((match) => match !== null) && matches.some((match) => match?.[1] !== undefined);
}
