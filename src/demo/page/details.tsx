// What the desk knows of the customer in front: the order, what happened to it, what the agent may offer.
import type { Chat } from './chat';
import { Icon } from './icons';

export function Details({ chat, open, onClose }: { chat: Chat; open: boolean; onClose: () => void }) {
  const { record, brand, customer } = chat.script;
  return (
    <aside class={`details ${open ? 'is-open' : ''}`} aria-label="Customer">
      <header>
        <h2>{customer.firstName}’s record</h2>
        <button type="button" class="icon-button details-close" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <dl>
        <div>
          <dt>Shop</dt>
          <dd>{brand}</dd>
        </div>
        {record.rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>What happened</h3>
      <ol class="timeline">
        {record.timeline.map(({ when, what }) => (
          <li key={what}>
            <span class="timeline-when">{when}</span>
            {what}
          </li>
        ))}
      </ol>
      <h3>You can offer</h3>
      <ul class="offers">
        {record.options.map((option) => (
          <li key={option}>
            <Icon name="check" />
            <span>{option}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
