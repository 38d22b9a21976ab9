// Puts a text at the caret of a composer and reads it back. Never sends, never replaces what stands there, and takes the focus only
// because the agent asked for an insertion. Which event an editor understands differs, so it climbs a ladder and looks after each step.
import { draftIn, isField } from './composer';

/** Editors read a moved selection late (Slate, CKEditor, Lexical): this long after the focus they have. Measured over 15 editors. */
const FOCUS_MS = 80;
/** And even with the focus they hear of a moved caret a moment after it moved. */
const HAD_FOCUS_MS = 24;
/** An editor that handles a paste draws it within this time; one that claimed the event gets more. */
const DRAWN_MS = 150;
const CLAIMED_MS = 450;
const LOOK_EVERY_MS = 12;

/** Where an insertion is carried out. `isStillWanted`: false once another conversation is in front. */
export type Insertion = {
  /** Asked anew at each step: editors exchange their elements while they work. */
  readonly composer: () => HTMLElement | null;
  readonly text: string;
  /** Where the caret was last, if the page has moved its selection elsewhere since. */
  readonly caret: Range | null;
  readonly isStillWanted: () => boolean;
};

export type Inserted = 'inserted' | 'failed' | 'unwanted';

/** Inserts. Out: `inserted` only if the text was read back. In the other cases nothing was put there, or it was and looks otherwise. */
export async function insertText(insertion: Insertion): Promise<Inserted> {
  const composer = insertion.composer();
  if (composer === null) return 'unwanted';
  return isField(composer) ? insertIntoField(composer, insertion.text) : insertIntoEditor(composer, insertion);
}

async function insertIntoField(field: HTMLTextAreaElement | HTMLInputElement, phrase: string): Promise<Inserted> {
  const [start, end] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  const text = apart(phrase, field.value.slice(0, start));
  if (field.maxLength >= 0 && field.value.length - (end - start) + text.length > field.maxLength) return 'failed';
  const before = countIn(field, text);
  const valueBefore = field.value;
  field.focus({ preventScroll: true });
  // A trusted edit: keeps undo, and every framework hears of it.
  field.ownerDocument.execCommand('insertText', false, text);
  if (field.value === valueBefore) {
    field.setRangeText(text, start, end, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
  }
  // A framework may put its own value back in answer to the event.
  await wait(0);
  return countIn(field, text) > before ? 'inserted' : 'failed';
}

async function insertIntoEditor(
  editor: HTMLElement,
  { composer, text: phrase, caret, isStillWanted }: Insertion,
): Promise<Inserted> {
  const document = editor.ownerDocument;
  const current = (): HTMLElement => composer() ?? editor;
  const before = countIn(editor, phrase);
  const lettersBefore = keyOf(draftIn(editor)).length;
  const arrived = (): boolean => countIn(current(), phrase) > before;
  // Something came that is not the text (turned into other marks, or cut): a further attempt would put it there twice.
  const changed = (): boolean => keyOf(draftIn(current())).length !== lettersBefore;

  await putCaret(editor, caret);
  if (!isStillWanted()) return 'unwanted';
  const text = apart(phrase, wordsBeforeCaret(document));

  for (const attempt of [paste, announce, command]) {
    const claimed = attempt(targetOf(current()), text, document);
    if (await until(arrived, claimed ? CLAIMED_MS : DRAWN_MS, () => !claimed && attempt !== command && !changed()))
      return 'inserted';
    if (changed()) return 'failed';
    if (!isStillWanted()) return 'unwanted';
  }
  return 'failed';
}

/** A phrase put right behind a word gets a space before it, as anybody would type one. */
const apart = (phrase: string, before: string): string => (/\S$/.test(before) ? ` ${phrase}` : phrase);

/** The text of the caret's own node up to the caret: enough to see whether a word ends there. */
function wordsBeforeCaret(document: Document): string {
  const selection = document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  if (!range) return '';
  const { startContainer, startOffset } = range;
  if (startContainer.nodeType === 3) return (startContainer.textContent ?? '').slice(0, startOffset);
  return startContainer.childNodes[startOffset - 1]?.textContent ?? '';
}

/** The caret stays where it is in the editor; else it goes where it was last, else to the end. */
async function putCaret(editor: HTMLElement, caret: Range | null): Promise<void> {
  const document = editor.ownerDocument;
  const selection = document.getSelection();
  const isInside = (): boolean => selection?.anchorNode != null && editor.contains(selection.anchorNode);
  const had = document.activeElement === editor && isInside();
  const kept = isInside() ? selection?.getRangeAt(0).cloneRange() : caret;
  if (!had) editor.focus({ preventScroll: true });
  await wait(had ? HAD_FOCUS_MS : FOCUS_MS);
  const wanted = kept?.startContainer.isConnected && editor.contains(kept.startContainer) ? kept : null;
  if (wanted === null && isInside() && had) return;
  const range = wanted ?? endOf(editor);
  const now = selection?.rangeCount ? selection.getRangeAt(0) : null;
  if (
    now &&
    now.startContainer === range.startContainer &&
    now.startOffset === range.startOffset &&
    now.endOffset === range.endOffset
  )
    return;
  selection?.removeAllRanges();
  selection?.addRange(range);
  await wait(FOCUS_MS);
}

function endOf(editor: HTMLElement): Range {
  const range = editor.ownerDocument.createRange();
  range.selectNodeContents(editor);
  range.collapse(false);
  return range;
}

/** The element that holds the caret: editors look at the event's target, not at their root. */
function targetOf(editor: HTMLElement): HTMLElement {
  const node = editor.ownerDocument.getSelection()?.anchorNode ?? null;
  const element = node?.nodeType === 1 ? node : node?.parentElement;
  return element && editor.contains(element) ? (element as HTMLElement) : editor;
}

type View = {
  readonly DataTransfer: typeof DataTransfer;
  readonly ClipboardEvent: typeof ClipboardEvent;
  readonly InputEvent: typeof InputEvent;
};
const viewOf = (document: Document): View => (document.defaultView ?? globalThis) as unknown as View;

/** As if pasted: ProseMirror, Lexical, Slate, Quill, Draft.js, CKEditor 5, TinyMCE. Out: whether the editor claimed it. */
function paste(target: HTMLElement, text: string, document: Document): boolean {
  const { DataTransfer, ClipboardEvent } = viewOf(document);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return !target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
}

/** As the browser announces typing. After the paste: CKEditor throws when it gets this. */
function announce(target: HTMLElement, text: string, document: Document): boolean {
  const { InputEvent } = viewOf(document);
  const inputType = 'insertText';
  return !target.dispatchEvent(
    new InputEvent('beforeinput', { inputType, data: text, bubbles: true, cancelable: true, composed: true }),
  );
}

/** The browser's own editing, for plain editable elements. Last: it destroys an empty Draft.js, which the paste has served by then. */
function command(_target: HTMLElement, text: string, document: Document): boolean {
  return document.execCommand('insertText', false, text);
}

/** Letters and digits only: editors turn quotes, spaces, line breaks and emoji into something of their own. */
function keyOf(text: string): string {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, '');
  return letters === '' ? text.replace(/\s+/g, '') : letters;
}

/** How often a text stands in a composer: it may have been there before. */
export function countIn(composer: HTMLElement, text: string): number {
  const key = keyOf(text);
  return key === '' ? 0 : keyOf(draftIn(composer)).split(key).length - 1;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks until it holds, for at most so long; `isIdle` ends it early once nothing has been seen to happen for a moment. */
async function until(holds: () => boolean, ms: number, isIdle: () => boolean): Promise<boolean> {
  const start = performance.now();
  while (!holds()) {
    const spent = performance.now() - start;
    if (spent >= ms || (spent >= DRAWN_MS / 2 && isIdle())) return holds();
    await wait(LOOK_EVERY_MS);
  }
  return true;
}
