// A ProseMirror editor on a test page, with a paragraph in it.
import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

const place = document.querySelector('.editor') as HTMLElement;
const state = EditorState.create({
  schema,
  doc: schema.node('doc', null, [schema.node('paragraph', null, [schema.text('Hi Sam. ')])]),
  plugins: [keymap(baseKeymap)],
});
const view = new EditorView(place, { state, attributes: { role: 'textbox', 'aria-label': 'Reply' } });
const page = { editorText: (): string => view.state.doc.textBetween(0, view.state.doc.content.size, '\n') };
export type EditorPage = typeof page;
Object.assign(globalThis, page);
