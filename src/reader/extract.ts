// Turns part of a page into the words a person sees there. Knows no helpdesk and no speaker; reads only the elements it is given.
import { MAX_UTTERANCE_CHARS } from '../protocol/utterance';
import { drawnChildren, isClipped } from './page';

/** Never words of a message, whatever they hold. */
const SILENT = new Set([
  ...['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'MATH', 'BUTTON', 'SELECT', 'TEXTAREA', 'INPUT', 'TIME'],
  ...['VIDEO', 'AUDIO', 'CANVAS', 'IFRAME', 'OBJECT', 'PROGRESS', 'METER', 'HR'],
]);
const SILENT_ROLES = new Set(['button', 'tooltip', 'menu', 'toolbar', 'progressbar', 'separator']);
const BLOCKS = new Set([
  ...['ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'DD', 'DETAILS', 'DIV', 'DL', 'DT', 'FIGCAPTION', 'FIGURE', 'FOOTER'],
  ...['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'LI', 'MAIN', 'OL', 'P', 'PRE', 'SECTION', 'SUMMARY', 'TABLE', 'TR', 'UL'],
]);
/** Class names under which frameworks hide text meant for screen readers. */
const SCREEN_READER_CLASS =
  /(?:^|\s)(?:[\w-]*(?:sr-only|screen-?reader|visually-?hidden|a11y-hidden|assistive|offscreen)[\w-]*)(?=\s|$)/i;
/** Icon fonts write the icon's name as text ("more_vert"). */
const ICON_CLASS = /(?:^|\s)(?:[\w-]*(?:material-icons|material-symbols|icon-font|glyphicon)[\w-]*)(?=\s|$)/i;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const SHORTCODE = /^:[\w+-]{1,40}:$/;

export type LeaveOut = (element: Element) => boolean;
const NOTHING: LeaveOut = () => false;

/**
 * The words of these elements as people see them: no buttons, times, icons, hidden or screen-reader-only parts.
 * Runs of white space are one space, blocks and line breaks are one "\n", emoji stay (also those drawn as images).
 * In: elements in document order; `leaveOut` names further parts to skip. Out: at most MAX_UTTERANCE_CHARS.
 */
export function wordsOf(roots: Iterable<Element>, leaveOut: LeaveOut = NOTHING): string {
  const line = new Lines();
  for (const root of roots) {
    line.end();
    readInto(line, root, leaveOut, false);
  }
  return line.text().slice(0, MAX_UTTERANCE_CHARS);
}

/** One line of text at a time, so that white space is normal from the start and nothing is scanned twice. */
class Lines {
  #done: string[] = [];
  #open = '';
  #chars = 0;
  get full(): boolean {
    return this.#chars > MAX_UTTERANCE_CHARS;
  }
  add(text: string, keepBreaks: boolean): void {
    const parts = keepBreaks ? text.split('\n') : [text];
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.end();
      this.#open += part;
    }
    this.#chars += text.length;
  }
  end(): void {
    const line = normalise(this.#open);
    if (line !== '') this.#done.push(line);
    this.#open = '';
  }
  text(): string {
    this.end();
    return this.#done.join('\n');
  }
}

/** One line with white space as it is drawn: runs are one space, none at the ends, no invisible marks (joiners inside emoji stay). */
export const normalise = (text: string): string =>
  text
    .replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function readInto(line: Lines, element: Element, leaveOut: LeaveOut, keepBreaks: boolean): void {
  if (line.full || isSilent(element) || leaveOut(element)) return;
  const { tagName } = element;
  const drawn = imageLabel(element);
  if (tagName === 'BR') line.end();
  else if (drawn !== null) line.add(drawn, false);
  else readContent(line, element, leaveOut, keepBreaks);
}

function readContent(line: Lines, element: Element, leaveOut: LeaveOut, keepBreaks: boolean): void {
  const { tagName } = element;

  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse') return;
  if (isClipped(element, style)) return;
  const { display } = style;
  const block = display === '' ? BLOCKS.has(tagName) : display !== 'contents' && !display.startsWith('inline');
  const breaks = style.whiteSpace === '' ? keepBreaks || tagName === 'PRE' : style.whiteSpace.startsWith('pre');

  if (block) line.end();
  for (const child of drawnChildren(element)) {
    if (child.nodeType === Node.TEXT_NODE) line.add((child as Text).data, breaks);
    else if (child.nodeType === Node.ELEMENT_NODE) readInto(line, child as Element, leaveOut, breaks);
  }
  if (block) line.end();
  else if (tagName === 'TD' || tagName === 'TH') line.add(' ', false);
}

function isSilent(element: Element): boolean {
  if (SILENT.has(element.tagName.toUpperCase())) return true;
  const role = element.getAttribute('role');
  if (role !== null && SILENT_ROLES.has(role)) return true;
  const { className } = element;
  return typeof className === 'string' && className !== '' && (SCREEN_READER_CLASS.test(className) || ICON_CLASS.test(className));
}

/** What an image says, null for what is no image: an emoji is a word, a photograph or an avatar is not. */
function imageLabel(element: Element): string | null {
  const isImage = element.tagName === 'IMG';
  if (!isImage && (element.getAttribute('role') !== 'img' || element.textContent)) return null;
  const label = element.getAttribute(isImage ? 'alt' : 'aria-label') ?? '';
  const isEmoji = (label.length <= 16 && EMOJI.test(label)) || SHORTCODE.test(label);
  return isEmoji || (label.length <= 40 && /emoji/i.test(element.className)) ? label : '';
}

/** Whether text is for screen readers only by its class (as opposed to by its box). */
export const isForScreenReaders = (element: Element): boolean =>
  typeof element.className === 'string' && SCREEN_READER_CLASS.test(element.className);

const SECONDS_DIGITS = /^\d{10}$/;
const MILLISECONDS_DIGITS = /^\d{13}$/;

/** A machine-readable time (ISO 8601, RFC 2822, Unix seconds or milliseconds) in milliseconds since 1970; null where it is none. */
export function timeOf(value: string | null): number | null {
  const text = value?.trim() ?? '';
  if (SECONDS_DIGITS.test(text)) return Number(text) * 1000;
  if (MILLISECONDS_DIGITS.test(text)) return Number(text);
  // Shorter things ("14:02", "3") would be parsed as some year or other.
  const at = text.length >= 10 && /\d{4}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(at) ? at : null;
}
