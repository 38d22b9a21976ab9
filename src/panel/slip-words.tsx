// One wording to avoid: the words themselves, why, and what to say instead.
import { words } from '../platform/words';
import type { Slip } from './slips';

export function SlipWords({ slip }: { readonly slip: Slip }) {
  return (
    <>
      <p class="slip-why" dir="auto">
        <q class="slip-quote" data-part="quote">
          {slip.text}
        </q>{' '}
        <span data-part="why">{slip.why}</span>
      </p>
      {slip.instead === '' ? null : (
        <p class="slip-instead">
          <span class="unseen">{words('slip_instead')}</span>{' '}
          <span data-part="instead" dir="auto">
            {slip.instead}
          </span>
        </p>
      )}
    </>
  );
}
