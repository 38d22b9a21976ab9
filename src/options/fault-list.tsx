// Faults as people read them: where, what is wrong, what to do. All of them, in the order they were found.
import { words } from '../platform/words';
import type { Fault } from '../protocol/fault';

export function FaultList({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    <ol class="faults" data-part="faults">
      {faults.map((fault, i) => (
        // Two faults may be alike in every word; their place in the list is all that tells them apart.
        <li key={`${i} ${fault.code}`} class="fault" data-fault={fault.code}>
          <code class="fault-where" data-part="where">
            {fault.where ?? words('faults_whole_file')}
          </code>
          <div>
            <p class="fault-what">{words(`fault_${fault.code}`)}</p>
            {fault.detail === undefined ? null : (
              <p class="fault-detail">
                <code data-part="detail">{fault.detail}</code>
              </p>
            )}
            <p class="fault-fix">{words(`fix_${fault.code}`)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Faults of one press: no place in a file to name. */
export function FaultNotes({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    <div role="alert">
      {faults.map(({ code }) => (
        <p key={code} class="note-bad" data-fault={code}>
          {words(`fault_${code}`)} {words(`fix_${code}`)}
        </p>
      ))}
    </div>
  );
}
