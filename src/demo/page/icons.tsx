// The desk's line icons, 24 units square, drawn in the colour of the text around them.

const PATHS = {
  anchor: 'M4 15c2.700 2.400 5.300 2.400 8 0s5.300-2.400 8 0M12 12V4l6 6h-6',
  phone: 'M6 3h3l1.500 5-2 1.500a12 12 0 0 0 6 6l1.500-2 5 1.500v3a2 2 0 0 1-2 2A17 17 0 0 1 4 5a2 2 0 0 1 2-2z',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  bold: 'M7 5h6a3.500 3.500 0 0 1 0 7H7zM7 12h7a3.500 3.500 0 0 1 0 7H7z',
  italic: 'M10 5h8M6 19h8M14.500 5l-5 14',
  list: 'M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01',
  send: 'M4 12l16-7-6 16-3-7z',
  card: 'M4 5h16v14H4zM14 5v14',
  close: 'M6 6l12 12M18 6L6 18',
  bot: 'M5 9h14v9H5zM12 9V5M9 13h.01M15 13h.01',
  play: 'M8 5l11 7-11 7z',
  check: 'M5 12.500l4.500 4.500L19 7',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
