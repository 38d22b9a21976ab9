// A customer's initials on a colour of their own.
import { Icon } from './icons';

const HUES = [212, 262, 322, 20, 168, 96] as const;

export function Avatar({ name, call = false }: { name: string; call?: boolean }) {
  const initials = name
    .split(' ')
    .map((part) => part.charAt(0))
    .join('');
  const hue = HUES[(name.length * 3 + initials.charCodeAt(0) + initials.charCodeAt(1)) % HUES.length] ?? HUES[0];
  return (
    <span class="avatar" style={{ '--hue': String(hue) }} aria-hidden="true">
      {initials}
      {call && (
        <span class="avatar-call">
          <Icon name="phone" />
        </span>
      )}
    </span>
  );
}
