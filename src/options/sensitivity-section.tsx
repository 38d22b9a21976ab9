// How soon heat is called upset: as the pack says, or one of three, each explained by what it costs.
import { ANGER_MODEL } from '../coach/hear/anger-model';
import { words } from '../platform/words';
import { SENSITIVITIES } from '../protocol/state';
import { FaultNotes } from './fault-list';
import type { OptionsState } from './options-state';
import { Section } from './section';

export function SensitivitySection({ state }: { readonly state: OptionsState }) {
  const chosen = state.settings.value.sensitivity;
  return (
    <Section id="sensitivity" title={words('sensitivity_title')} text={words('sensitivity_text')}>
      <fieldset class="choices">
        <legend class="unseen">{words('sensitivity_title')}</legend>
        {[null, ...SENSITIVITIES].map((sensitivity) => {
          const value = sensitivity ?? 'pack';
          return (
            <label key={value} class="choice">
              <input
                type="radio"
                name="sensitivity"
                value={value}
                checked={chosen === sensitivity}
                onChange={() => void state.changeSensitivity(sensitivity)}
              />
              <span>
                <b class="choice-name">{words(`sensitivity_${value}`)}</b>
                <span class="choice-text">{words(`sensitivity_${value}_text`)}</span>
                {sensitivity === null ? null : (
                  <span class="choice-text" data-part="alarms">
                    {words('sensitivity_alarms', String(Math.round(ANGER_MODEL.falseAlarmsPer100[sensitivity])))}
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </fieldset>
      <FaultNotes faults={state.settingFaults.value} />
    </Section>
  );
}
