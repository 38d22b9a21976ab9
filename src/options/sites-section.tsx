// The sites that may be read without a click on the icon: listed, taken back, added.
import { useSignal } from '@preact/signals';
import { removeSite, requestSite } from '../platform/sites';
import { words } from '../platform/words';
import { Button } from '../ui/button';
import type { OptionsState } from './options-state';
import { Section } from './section';
import { siteFromInput } from './site-address';

/** What went wrong, as words to show; empty: nothing. */
type Trouble = string;

const takeBack = async (site: string): Promise<boolean> => removeSite(site);

export function SitesSection({ state }: { readonly state: OptionsState }) {
  const trouble = useSignal<Trouble>('');
  const sites = state.sites.value;
  const remove = async (site: string): Promise<void> => {
    const gone = await takeBack(site).catch(() => false);
    trouble.value = gone ? '' : words('site_stays', site);
  };
  return (
    <Section id="sites" title={words('sites_title')} text={words('sites_text')}>
      {sites.length === 0 ? <p class="empty">{words('sites_none')}</p> : null}
      <ul class="lines-list" data-part="sites">
        {sites.map((site) => (
          <li key={site} class="line-item" data-site={site}>
            <p class="line-what line-address">{site}</p>
            <div class="line-acts">
              <Button
                action="remove-site"
                look="quiet"
                small
                label={words('site_remove_named', site)}
                onPress={() => void remove(site)}
              >
                {words('site_remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <AddSite
        onTrouble={(next) => {
          trouble.value = next;
        }}
      />
      <p class="note-bad" role="alert" id="site-trouble" data-part="site-trouble">
        {trouble.value}
      </p>
    </Section>
  );
}

function AddSite({ onTrouble }: { readonly onTrouble: (trouble: Trouble) => void }) {
  const typed = useSignal('');
  const ask = (): void => {
    const site = siteFromInput(typed.peek());
    if (site === null) {
      onTrouble(words('site_bad'));
      return;
    }
    // Asked for at once: the browser's question needs the press that led to it.
    requestSite(site).then(
      (granted) => {
        if (granted) typed.value = '';
        onTrouble(granted ? '' : words('site_refused', site));
      },
      () => onTrouble(words('site_refused', site)),
    );
  };
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <label class="add-label" for="site">
        {words('site_add_label')}
      </label>
      <input
        id="site"
        class="field"
        type="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        placeholder={words('site_add_example')}
        aria-describedby="site-trouble"
        data-part="site-input"
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
      />
      <button type="submit" class="button button-outline" data-action="add-site">
        {words('site_add_do')}
      </button>
    </form>
  );
}
