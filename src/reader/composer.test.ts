// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Adapter } from '../protocol/adapter';
import { type Composer, composerOf, draftIn } from './composer';
import { Proofs } from './discover/sides';
import { PaneView } from './helpdesks/engine';

const LOG = '<div role="log"><p>Customer: it leaks</p><p>Agent: Where does it leak?</p></div>';
const desk = (more: Partial<Adapter>): Adapter => ({
  id: 'desk',
  name: 'Desk',
  match: { hosts: ['desk.example'] },
  pane: ['[role=log]'],
  ...more,
});

async function find(html: string, adapter: Adapter | null = null, last: Composer | null = null): Promise<Composer> {
  document.body.innerHTML = LOG + html;
  const view = await PaneView.open(adapter, document, new Proofs());
  if (view === null) throw new Error('no pane');
  return composerOf(view, last);
}

describe('the composer of an unknown page', () => {
  test.each([
    ['a text area', '<textarea id="it"></textarea>', 'ready'],
    ['an editable element', '<div id="it" contenteditable="true"></div>', 'ready'],
    ['one line', '<input id="it" type="text" />', 'ready'],
    ['disabled', '<textarea id="it" disabled></textarea>', 'hidden'],
    ['read-only', '<textarea id="it" readonly></textarea>', 'hidden'],
    ['not displayed', '<textarea id="it" hidden style="display:none"></textarea>', 'hidden'],
    ['for a note, by its placeholder', '<textarea id="it" placeholder="Leave an internal note"></textarea>', 'private'],
    ['for a note, by the class around it', '<div class="reply-box is-private"><textarea id="it"></textarea></div>', 'private'],
    [
      'for a reply, in an editor whose own class names say note',
      '<div class="note-editor"><div class="note-editable" id="it" contenteditable="true"></div></div>',
      'ready',
    ],
    [
      'for a reply, by its tab',
      '<form><button role="tab" aria-selected="true">Reply</button><button role="tab">Note</button><textarea id="it"></textarea></form>',
      'ready',
    ],
    [
      'for a note, by its tab',
      '<form><button role="tab">Reply</button><button role="tab" aria-selected="true">Note</button><textarea id="it"></textarea></form>',
      'private',
    ],
  ])('%s', async (_, html, state) => {
    const composer = await find(html);
    expect(composer.state).toBe(state);
    expect(composer.element?.id).toBe('it');
  });

  test.each([
    ['a search box', '<input type="search" />'],
    ['a filter', '<input placeholder="Filter tickets" />'],
    ['what stands in the navigation', '<nav><textarea></textarea></nav>'],
    ['nothing', ''],
  ])('is not %s', async (_, html) => {
    expect(await find(html)).toEqual({ element: null, state: 'none' });
  });

  test('is the writable one, not its hidden double', async () => {
    const composer = await find('<textarea disabled></textarea><textarea id="it"></textarea>');
    expect(composer).toMatchObject({ state: 'ready', element: { id: 'it' } });
  });

  test('stays the same one while it can be written to', async () => {
    const first = await find('<textarea id="a"></textarea>');
    const view = (await PaneView.open(null, document, new Proofs())) as PaneView;
    document.body.insertAdjacentHTML('beforeend', '<textarea id="b" aria-label="Reply"></textarea>');
    expect(composerOf(view, first).element?.id).toBe('a');
    first.element?.remove();
    expect(composerOf(view, first).element?.id).toBe('b');
  });
});

describe('the composer of a described desk', () => {
  test('is where its adapter says, inside a wrapper too', async () => {
    const html = '<textarea></textarea><div class="editor"><div id="it" contenteditable="true"></div></div>';
    expect((await find(html, desk({ composer: ['.nope', '.editor'] }))).element?.id).toBe('it');
  });

  test('is in note mode only where its adapter says so', async () => {
    const note = desk({ composer: ['textarea'], privateNote: ['.note-mode'] });
    expect((await find('<textarea placeholder="Private note"></textarea>', note)).state).toBe('ready');
    expect((await find('<div class="note-mode"><textarea></textarea></div>', note)).state).toBe('private');
  });

  test('is discovered where the adapter has nothing that is on the page', async () => {
    expect((await find('<textarea id="it"></textarea>', desk({ composer: ['.gone'] }))).element?.id).toBe('it');
  });
});

test('a draft is what was written, without the editor own placeholder', () => {
  document.body.innerHTML =
    '<div id="slate" contenteditable="true"><p>One</p><p>Two<span data-slate-placeholder="true">Write a reply</span></p></div><textarea id="field"></textarea>';
  expect(draftIn(document.getElementById('slate') as HTMLElement)).toBe('One\nTwo');
  const field = document.getElementById('field') as HTMLTextAreaElement;
  field.value = ' as typed ';
  expect(draftIn(field)).toBe(' as typed ');
});
