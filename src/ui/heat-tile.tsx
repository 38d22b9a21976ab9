// Heat as a line: level when calm, more broken the hotter it is. The word for it stands beside the tile, never inside.

const LINES = {
  none: 'M3.5 12h3M10.5 12h3M17.5 12h3',
  calm: 'M3.5 12h17',
  uneasy: 'M3.5 12c1.8-4.3 3.8-4.9 5.8-2.2 1.8 2.5 3.4 6.6 5.8 6.6 2 0 3.5-2 5.4-5.4',
  upset: 'm3.5 14 4.6-7 3.9 9.5L15.9 7l4.6 7',
  angry: 'M3 13.5 5.8 5l3.1 14L12 5l3.1 14L18.2 5 21 13.5',
} as const;

/** `none`: nothing is read, or too little was said to tell. */
export type TileLevel = keyof typeof LINES;

/** The tile colours itself; put `heat-<level>` on an ancestor as well where a row shall take the level's wash. */
export function HeatTile({ level, small = false }: { readonly level: TileLevel; readonly small?: boolean }) {
  return (
    <span class={`tile heat-${level}${small ? ' tile-small' : ''}`} aria-hidden="true">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={LINES[level]} />
      </svg>
    </span>
  );
}
