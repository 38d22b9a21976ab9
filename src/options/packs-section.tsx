// The phrase packs: which there are, which is in use, and what can be done with each. Removing asks once more, in its place.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { countedWords } from '../platform/counted-words';
import { locale, words } from '../platform/words';
import { Button } from '../ui/button';
import { FaultNotes } from './fault-list';
import { LoadPack } from './load-pack';
import type { OptionsState, PackLine } from './options-state';
import { Section } from './section';

export function PacksSection({ state }: { readonly state: OptionsState }) {
  return (
    <Section id="packs" title={words('packs_title')} text={words('packs_text')}>
      <ul class="lines-list" data-part="packs">
        {state.packs.value.map((pack) => (
          <PackItem key={pack.key} pack={pack} state={state} />
        ))}
      </ul>
      <FaultNotes faults={state.packFaults.value} />
      <LoadPack state={state} />
    </Section>
  );
}

function PackItem({ pack, state }: { readonly pack: PackLine; readonly state: OptionsState }) {
  const asking = useSignal(false);
  const { id, name } = pack;
  return (
    <li class="line-item" data-pack={pack.key} data-active={String(pack.active)}>
      <div class="line-what">
        <p class="line-name">
          {name}
          {pack.active ? <span class="tag tag-on">{words('pack_active')}</span> : null}
          {id === null ? <span class="tag">{words('pack_built_in')}</span> : null}
        </p>
        <p class="line-note">
          {words('pack_version', pack.version)}
          {' · '}
          {words('pack_counts', countedWords('pack_phrases', pack.phrases), countedWords('pack_cues', pack.cues))}
          {pack.installedAt === null ? null : (
            <>
              {' · '}
              {words('pack_added', new Date(pack.installedAt).toLocaleDateString(locale()))}
            </>
          )}
        </p>
      </div>
      {asking.value && id !== null ? (
        <ConfirmRemove
          name={name}
          onRemove={() => void state.remove(id)}
          onKeep={() => {
            asking.value = false;
          }}
        />
      ) : (
        <div class="line-acts">
          {pack.active ? null : (
            <Button action="activate" small label={words('pack_use_named', name)} onPress={() => void state.activate(id)}>
              {words('pack_use')}
            </Button>
          )}
          {pack.active || id === null ? null : (
            <Button
              action="remove"
              look="quiet"
              small
              label={words('pack_remove_named', name)}
              onPress={() => {
                asking.value = true;
              }}
            >
              {words('pack_remove')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

type ConfirmProps = { readonly name: string; readonly onRemove: () => void; readonly onKeep: () => void };

/** Takes the place of the button that was pressed, and its focus. */
function ConfirmRemove({ name, onRemove, onKeep }: ConfirmProps) {
  const place = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    const item = place.current?.closest('li');
    place.current?.querySelector('button')?.focus();
    return () => item?.querySelector('button')?.focus();
  }, []);
  return (
    <fieldset ref={place} class="line-acts" aria-label={words('pack_remove_ask', name)}>
      <p class="line-ask">{words('pack_remove_ask', name)}</p>
      <Button action="remove-yes" small onPress={onRemove}>
        {words('pack_remove_yes')}
      </Button>
      <Button action="remove-no" look="quiet" small onPress={onKeep}>
        {words('pack_remove_no')}
      </Button>
    </fieldset>
  );
}
