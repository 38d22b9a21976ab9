// "What Composure reads": the conversation as it sees it, who said what. Always in the page while a conversation is shown,
// hidden while the sheet is closed; a row is drawn again only when its own words change.
import { Component } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../platform/words';
import type { Utterance } from '../protocol/utterance';
import { Sheet } from '../ui/sheet';
import type { PanelState } from './panel-state';
import { timeOfDay } from './wording';

type EntryProps = { readonly utterance: Utterance };

class Entry extends Component<EntryProps> {
  override shouldComponentUpdate({ utterance: next }: EntryProps): boolean {
    const { utterance: now } = this.props;
    return (
      next.text !== now.text ||
      next.speaker !== now.speaker ||
      next.name !== now.name ||
      next.final !== now.final ||
      next.at !== now.at
    );
  }

  override render({ utterance }: EntryProps) {
    const { id, speaker, text, at, final, name } = utterance;
    return (
      <li class={`entry entry-${speaker}`} data-utterance={id} data-speaker={speaker} data-final={String(final)}>
        <span class="entry-name" data-part="name">
          {name || words(`speaker_${speaker}`)}
        </span>
        <time class="entry-time">{timeOfDay(at)}</time>
        <p class="entry-text" data-part="text" dir="auto">
          {text}
        </p>
      </li>
    );
  }
}

export function ReadsSheet({ state }: { readonly state: PanelState }) {
  const open = state.sheet.value === 'reads';
  const list = useRef<HTMLOListElement>(null);
  const utterances = state.record.value?.utterances ?? [];
  useLayoutEffect(() => {
    const body = list.current?.parentElement;
    if (open && body) body.scrollTop = body.scrollHeight;
  }, [open, utterances.length]);
  return (
    <Sheet
      name="reads"
      title={words('reads_title')}
      closeLabel={words('close')}
      open={open}
      onClose={() => {
        state.sheet.value = null;
      }}
      foot={<p>{words('reads_foot')}</p>}
    >
      {utterances.length === 0 ? <p class="nothing">{words('reads_nothing')}</p> : null}
      <ol ref={list} class="entries">
        {utterances.map((utterance) => (
          <Entry key={utterance.id} utterance={utterance} />
        ))}
      </ol>
    </Sheet>
  );
}
