// The rich-text field of the composer: ProseMirror with bold, italic and lists. Enter sends, Shift+Enter breaks the line.
// Knows nothing of conversations.
import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { type Node, Schema } from 'prosemirror-model';
import { marks, nodes } from 'prosemirror-schema-basic';
import { bulletList, liftListItem, listItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, EditorState, Plugin, Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Body, RichNode } from './chat';

const schema = new Schema({
  nodes: {
    doc: nodes.doc,
    paragraph: nodes.paragraph,
    text: nodes.text,
    hard_break: nodes.hard_break,
    bullet_list: { ...bulletList, content: 'list_item+', group: 'block' },
    list_item: { ...listItem, content: 'paragraph block*' },
  },
  marks: { strong: marks.strong, em: marks.em },
});
const strong = schema.marks.strong;
const em = schema.marks.em;
const { bullet_list: list, list_item: item, hard_break: hardBreak } = schema.nodes;

const FORMATS = { bold: toggleMark(strong), italic: toggleMark(em), list: toggleList() } satisfies Record<string, Command>;
export type Format = keyof typeof FORMATS;

/** What stands in the field, to be kept while another conversation is in front. */
export type Draft = Node;

export type Editor = {
  readonly read: () => Body;
  readonly isEmpty: () => boolean;
  readonly clear: () => void;
  readonly keep: () => Draft;
  readonly swap: (draft: Draft | null) => void;
  readonly format: (format: Format) => void;
  readonly has: (format: Format) => boolean;
  readonly focus: () => void;
  readonly label: (placeholder: string) => void;
  readonly destroy: () => void;
};

/** Turns `element` into the field. `send` is called for Enter; `changed` after every edit or move of the caret. */
export function mountEditor(
  element: HTMLElement,
  draft: Draft | null,
  placeholder: string,
  send: () => void,
  changed: () => void,
): Editor {
  const sendNow: Command = () => {
    send();
    return true;
  };
  const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView());
    return true;
  });
  let hint = placeholder;
  const stateOf = (doc: Draft | null) =>
    EditorState.create({
      ...(doc ? { doc, selection: Selection.atEnd(doc) } : { schema }),
      plugins: [
        history(),
        keymap({
          'Mod-z': undo,
          'Mod-Shift-z': redo,
          'Mod-y': redo,
          'Mod-b': FORMATS.bold,
          'Mod-i': FORMATS.italic,
          'Mod-Enter': sendNow,
          'Shift-Enter': breakLine,
          Enter: chainCommands(splitListItem(item), liftListItem(item), sendNow),
        }),
        keymap(baseKeymap),
        new Plugin({
          props: {
            attributes: (state) => ({
              role: 'textbox',
              'aria-multiline': 'true',
              'aria-label': hint,
              'data-placeholder': state.doc.textContent === '' && state.doc.childCount === 1 ? hint : '',
            }),
          },
        }),
      ],
    });
  const view = new EditorView(
    { mount: element },
    {
      state: stateOf(draft),
      dispatchTransaction(transaction) {
        view.updateState(view.state.apply(transaction));
        changed();
      },
    },
  );
  return {
    read: () => ({ text: wordsOf(view.state), rich: view.state.doc.toJSON() as RichNode }),
    isEmpty: () => wordsOf(view.state) === '',
    clear: () => {
      view.updateState(stateOf(null));
      changed();
    },
    keep: () => view.state.doc,
    swap: (next) => {
      view.updateState(stateOf(next));
      changed();
    },
    format: (format) => {
      FORMATS[format](view.state, view.dispatch, view);
      view.focus();
    },
    has: (format) => {
      const { from, to, empty, $from } = view.state.selection;
      if (format === 'list') return inList(view.state);
      const mark = format === 'bold' ? strong : em;
      return empty
        ? mark.isInSet(view.state.storedMarks ?? $from.marks()) !== undefined
        : view.state.doc.rangeHasMark(from, to, mark);
    },
    focus: () => view.focus(),
    label: (next) => {
      hint = next;
      view.updateState(view.state);
    },
    destroy: () => view.destroy(),
  };
}

function inList(state: EditorState): boolean {
  const { $from } = state.selection;
  return Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1).type).includes(list);
}

function toggleList(): Command {
  return (state, dispatch, view) =>
    inList(state) ? liftListItem(item)(state, dispatch, view) : wrapInList(list)(state, dispatch, view);
}

/** The words alone, one line per paragraph. */
function wordsOf(state: EditorState): string {
  return state.doc.textBetween(0, state.doc.content.size, '\n', (leaf) => (leaf.type === hardBreak ? '\n' : '')).trim();
}
