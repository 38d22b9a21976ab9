// Where the agent writes: a reply or a private note, formatted, sent by Enter or the button. On a call, what is typed is spoken.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from './chat';
import type { Desk } from './desk';
import { type Draft, type Editor, type Format, mountEditor } from './editor';
import { Icon } from './icons';

type Mode = 'reply' | 'note';
/** Drafts of conversations that are not in front, by conversation and mode. */
const drafts = new Map<string, Draft>();

const FORMATS: readonly { readonly format: Format; readonly label: string }[] = [
  { format: 'bold', label: 'Bold' },
  { format: 'italic', label: 'Italic' },
  { format: 'list', label: 'List' },
];

export function Composer({ chat, desk }: { chat: Chat; desk: Desk }) {
  const id = chat.script.id;
  const words = wordsFor(chat);
  const [mode, setMode] = useState<Mode>('reply');
  const [, redraw] = useState(0);
  const field = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const submit = useRef(() => {});
  const current = useRef(mode);
  current.current = mode;

  submit.current = () => {
    if (!editor.current || editor.current.isEmpty()) return;
    const body = editor.current.read();
    if (mode === 'note') desk.note(id, body);
    else desk.reply(id, body);
    editor.current.clear();
  };

  useLayoutEffect(() => {
    if (!field.current) return;
    const draft = drafts.get(`${id}:reply`) ?? null;
    const made = mountEditor(
      field.current,
      draft,
      words.reply.placeholder,
      () => submit.current(),
      () => redraw((count) => count + 1),
    );
    editor.current = made;
    return () => {
      drafts.set(`${id}:${current.current}`, made.keep());
      made.destroy();
    };
  }, [id]);

  const switchTo = (next: Mode) => {
    if (next === mode || !editor.current) return;
    drafts.set(`${id}:${mode}`, editor.current.keep());
    editor.current.label(words[next].placeholder);
    editor.current.swap(drafts.get(`${id}:${next}`) ?? null);
    setMode(next);
    editor.current.focus();
  };

  return (
    <form
      class={`composer ${mode === 'note' ? 'is-note' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit.current();
        editor.current?.focus();
      }}
    >
      <div class="composer-top">
        <div role="tablist" aria-label="Who reads it">
          {(['reply', 'note'] as const).map((one) => (
            <button key={one} type="button" role="tab" aria-selected={mode === one} onClick={() => switchTo(one)}>
              {one === 'note' && <Icon name="lock" />}
              {words[one].tab}
            </button>
          ))}
        </div>
        <div class="formats" role="toolbar" aria-label="Formatting">
          {FORMATS.map(({ format, label }) => (
            <button
              key={format}
              type="button"
              class="icon-button"
              aria-label={label}
              aria-pressed={editor.current?.has(format) ?? false}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => editor.current?.format(format)}
            >
              <Icon name={format} />
            </button>
          ))}
        </div>
      </div>
      <div class="composer-input" ref={field} />
      <div class="composer-foot">
        <span class="composer-hint">Enter sends, Shift + Enter starts a new line</span>
        <button type="submit" class="filled">
          <Icon name="send" />
          {words[mode].submit}
        </button>
      </div>
    </form>
  );
}

type ModeWords = { readonly tab: string; readonly placeholder: string; readonly submit: string };

function wordsFor({ script, state }: Chat): Record<Mode, ModeWords> {
  const name = script.customer.firstName;
  const gone = state === 'left' || state === 'solved';
  const note = { tab: 'Private note', placeholder: 'Only your team reads this', submit: 'Add note' };
  if (script.channel === 'call') {
    return {
      reply: { tab: 'Type to speak', placeholder: `Say something to ${name}`, submit: 'Speak' },
      note: { ...note, tab: 'Call notes' },
    };
  }
  return {
    reply: { tab: 'Reply', placeholder: gone ? `${name} gets this by e-mail` : `Write to ${name}`, submit: 'Send' },
    note,
  };
}
