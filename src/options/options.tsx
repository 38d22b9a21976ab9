// The options page: packs, sites, how soon it speaks up, privacy.
import { words } from '../platform/words';
import { HeatTile } from '../ui/heat-tile';
import { Icon, type IconName } from '../ui/icon';
import type { OptionsState } from './options-state';
import { PacksSection } from './packs-section';
import { Section } from './section';
import { SensitivitySection } from './sensitivity-section';
import { SitesSection } from './sites-section';

const SECTIONS = [
  ['packs', 'reads'],
  ['sites', 'next'],
  ['sensitivity', 'settings'],
  ['privacy', 'lock'],
] as const satisfies readonly (readonly [string, IconName])[];

const PRIVACY_LINES = [1, 2, 3, 4, 5] as const;

export function Options({ state }: { readonly state: OptionsState }) {
  return (
    <div class="options" data-options="">
      <header class="rail">
        <p class="brand">
          <HeatTile level="uneasy" small />
          {words('product')}
        </p>
        <nav aria-label={words('options_sections')}>
          <ul class="rail-list">
            {SECTIONS.map(([id, icon]) => (
              <li key={id}>
                <a class="rail-link" href={`#${id}`}>
                  <Icon name={icon} />
                  {words(`${id}_title`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="rail-foot">{words('options_kept')}</p>
      </header>
      <main class="page">
        <h1 class="page-title">{words('options_heading')}</h1>
        <PacksSection state={state} />
        <SitesSection state={state} />
        <SensitivitySection state={state} />
        <Section id="privacy" title={words('privacy_title')}>
          <ul class="privacy">
            {PRIVACY_LINES.map((line) => (
              <li key={line}>
                <Icon name="done" />
                {words(`privacy_line_${line}`)}
              </li>
            ))}
          </ul>
        </Section>
      </main>
    </div>
  );
}
