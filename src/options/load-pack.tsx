// Loading a pack file: chosen or dropped, checked before anything changes, and every fault of it shown with what to do.
import { useSignal } from '@preact/signals';
import { countedWords } from '../platform/counted-words';
import { words } from '../platform/words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { FaultList } from './fault-list';
import type { Loading, OptionsState } from './options-state';

const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

export function LoadPack({ state }: { readonly state: OptionsState }) {
  const over = useSignal(false);
  const load = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file !== undefined) void state.loadFile(file);
  };
  return (
    <>
      <label
        class="drop"
        data-over={over.value ? '' : undefined}
        onDragOver={(event) => {
          if (!carriesFile(event)) return;
          event.preventDefault();
          over.value = true;
        }}
        onDragLeave={() => {
          over.value = false;
        }}
        onDrop={(event) => {
          event.preventDefault();
          over.value = false;
          load(event.dataTransfer?.files);
        }}
      >
        <input
          class="drop-input"
          type="file"
          accept=".json,application/json"
          data-action="load-pack"
          onChange={({ currentTarget }) => {
            load(currentTarget.files);
            // The same file may be chosen again once it was mended.
            currentTarget.value = '';
          }}
        />
        <span class="drop-icon">
          <Icon name="load" />
        </span>
        <span class="drop-words">
          <b>{words(over.value ? 'pack_load_drop' : 'pack_load_title')}</b>
          <span>{words('pack_load_text')}</span>
        </span>
        <span class="drop-button" aria-hidden="true">
          {words('pack_load_choose')}
        </span>
      </label>
      <LoadOutcome
        loading={state.loading.value}
        onPutAway={() => {
          state.loading.value = { step: 'idle' };
        }}
      />
    </>
  );
}

function LoadOutcome({ loading, onPutAway }: { readonly loading: Loading; readonly onPutAway: () => void }) {
  return (
    <>
      <p class="load-status" role="status">
        {loading.step === 'reading' ? words('pack_load_reading', loading.file) : null}
        {loading.step === 'done' ? words('pack_load_done', loading.file) : null}
        {loading.step === 'faulty' ? (
          <>
            <b>{countedWords('faults_title', loading.faults.length, loading.file)}</b> {words('faults_kept')}
          </>
        ) : null}
      </p>
      {loading.step === 'faulty' ? (
        <>
          <FaultList faults={loading.faults} />
          <Button action="put-away" look="quiet" small onPress={onPutAway}>
            {words('faults_put_away')}
          </Button>
        </>
      ) : null}
    </>
  );
}
