// How the headless run is written down: who said what, and under each customer line what the panel made of it. Pure.

/**
 * What the panel shows, read from its page.
 * @typedef {object} PanelView
 * @property {boolean} reading       the page is read, whether or not a conversation is open on it
 * @property {string} conversation
 * @property {string} level          calm, uneasy, upset or angry; '' before the first advice
 * @property {string} word           the level as the panel writes it
 * @property {boolean} hold          the customer is mid-flow: let them finish
 * @property {string} attention      none, hint or now
 * @property {{ id: string, name: string, overdue: boolean }[]} missing    steps due now
 * @property {boolean} given         the phrase put in last still stands there: the next one comes in a moment
 * @property {{ text: string, step: string } | null} phrase
 */

/** Coolest first. */
const LEVELS = ['calm', 'uneasy', 'upset', 'angry'];
const NAME_WIDTH = 9;
const RULE_WIDTH = 78;

/** @param {string} name */
const margin = (name) => name.padEnd(NAME_WIDTH);

/**
 * @param {string} title
 */
export function headLine(title) {
  return `\n── ${title} ${'─'.repeat(Math.max(3, RULE_WIDTH - title.length))}`;
}

/**
 * One thing said. `inserted`: the part of it that came from the panel, marked off from what the agent wrote.
 * @param {string} name
 * @param {string} text
 * @param {string} [inserted]
 */
export function saidLine(name, text, inserted = '') {
  const marked = inserted !== '' && text.includes(inserted) ? text.replace(inserted, `[${inserted}]`) : text;
  return `${margin(name)}${marked.replaceAll('\n', ' ')}`;
}

/**
 * The panel, in one line: heat, missing steps, what to say.
 * @param {PanelView} view
 */
export function panelLine(view) {
  const { level, word, missing } = view;
  const names = missing.map(({ name, overdue }) => (overdue ? `${name}!` : name));
  const parts = [
    level === '' ? 'no advice yet' : `${levelBar(level)} ${word}`,
    names.length === 0 ? 'nothing missing' : `missing: ${names.join(', ')}`,
    ...stageWords(view),
  ];
  return `${margin('')}└ ${parts.join(' · ')}`;
}

/**
 * The one thing that stands on the panel's stage; nothing while it is about to change.
 * @param {PanelView} view
 */
function stageWords({ hold, given, attention, phrase }) {
  if (hold) return ['let them finish'];
  if (phrase !== null) return [`${attention === 'none' ? 'ready' : 'say'}: “${phrase.text}”`];
  return given ? [] : ['nothing to add'];
}

/**
 * A draft that the panel objected to, and that was not sent.
 * @param {string} draft
 * @param {string} why
 */
export function slipLine(draft, why) {
  return `${margin('(draft)')}${draft}\n${margin('')}└ before you send: ${why}`;
}

/**
 * @param {string} level
 */
export function levelBar(level) {
  const height = LEVELS.indexOf(level) + 1;
  return '■'.repeat(height) + '□'.repeat(LEVELS.length - height);
}

/**
 * How the heat went over a conversation, without repeats: `angry → uneasy → calm`.
 * @param {readonly string[]} levels
 */
export function heatPath(levels) {
  return levels.filter((level, at) => level !== '' && level !== levels[at - 1]).join(' → ');
}
