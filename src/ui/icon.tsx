// The small signs of the interface, drawn on a 16 by 16 field. Decoration only: the word beside it carries the meaning.

const DRAWINGS = {
  next: 'M3 8h9.5M8.8 4.3 12.5 8l-3.7 3.7',
  done: 'm3.5 8.5 3.2 3.2 5.8-6.6',
  due: 'M8 4.75v3.5l2.25 1.5M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11',
  ring: 'M8 4.75a3.25 3.25 0 1 1 0 6.5 3.25 3.25 0 0 1 0-6.5',
  later: 'M8 6.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3',
  covered: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M5.6 8.2l1.7 1.7 3.2-3.6',
  dash: 'M4.5 8h7',
  pause: 'M5.75 4v8M10.25 4v8',
  draft: 'm3 13 .7-2.8 6.9-6.9 2.1 2.1-6.9 6.9z',
  open: 'm4.5 6.3 3.5 3.5 3.5-3.5',
  shut: 'm4.5 9.8 3.5-3.5 3.5 3.5',
  rising: 'm4 12 8-8M6.4 4H12v5.6',
  steady: 'M3 8h10M9.2 4.2 13 8l-3.8 3.8',
  cooling: 'm4 4 8 8M12 6.4V12H6.4',
  close: 'm4.5 4.5 7 7M11.5 4.5l-7 7',
  reads: 'M3 4.5h10M3 8h10M3 11.5h6',
  settings:
    'M2.5 5h5.2M11.3 5h2.2M2.5 11h2.2M8.3 11h5.2M9.5 3.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6M6.5 9.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6',
  copy: 'M6 6h7v7H6zM10 6V3H3v7h3',
  mind: 'M8 2.8 13.8 13H2.2zM8 6.8v2.8M8 11.3v.01',
  back: 'M13 8H3.5M7.2 4.3 3.5 8l3.7 3.7',
  load: 'M8 10.5V3M4.8 6 8 2.8 11.2 6M3 10.5V13h10v-2.5',
  lock: 'M4 7.5h8v5.5H4zM5.8 7.5V5.2a2.2 2.2 0 0 1 4.4 0v2.3',
} as const;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
