/** Drawn here: lines on a grid of 20. */
const drawings = {
  warning: 'M10 3.4 2.9 16h14.2L10 3.4ZM10 8v3.8M10 13.8v.1',
  copy: 'M7.5 7.5h8.6v8.6H7.5ZM12.5 7.5V3.9H3.9v8.6h3.6',
  check: 'm4.5 10.5 3.7 3.7 7.3-8',
  wrap: 'M3.5 5.5h13M3.5 10h10.7a2.4 2.4 0 0 1 0 4.8H10.5M12.6 12.5l-2.3 2.3 2.3 2.3M3.5 14.8h3.6',
  more: 'M10 4.6v.1M10 10v.1M10 15.4v.1',
  across: 'M4.6 10h.1M10 10h.1M15.4 10h.1',
  down: 'm5.5 7.8 4.5 4.5 4.5-4.5',
  right: 'm7.8 5.5 4.5 4.5-4.5 4.5',
  back: 'M16 10H4.5M9 5l-5 5 5 5',
  close: 'm5 5 10 10M15 5 5 15',
  link: 'm8.3 11.7 3.4-3.4M9.2 6.1l2.2-2.2a3.3 3.3 0 0 1 4.7 4.7l-2.2 2.2M10.8 13.9l-2.2 2.2a3.3 3.3 0 0 1-4.7-4.7l2.2-2.2',
  edit: 'm13.2 3.9 2.9 2.9-8.9 8.9-3.7.8.8-3.7 8.9-8.9ZM11.6 5.5l2.9 2.9',
  trash: 'M3.8 5.6h12.4M7.6 5.4V3.5h4.8v1.9M5.2 5.8l.8 10.7h8l.8-10.7M8.4 8.6v5M11.6 8.6v5',
  thread: 'M3.5 4.5h13v8.8h-6.3L6.7 16.6v-3.3H3.5ZM6.8 7.6h6.4M6.8 10.2h4',
  react: 'M15.6 8.6a6.6 6.6 0 1 1-4.3-4.2M6.6 11.2a3 3 0 0 0 5.4 0M7 7.9v.1M11.6 7.9v.1M15.5 1.9v4.6M13.2 4.2h4.6',
  download: 'M10 3.5v8.8M6 8.8l4 4 4-4M3.8 16.5h12.4',
  open: 'M8.5 4.2H4.2v11.6h11.6v-4.3M11.5 4h4.5v4.5M15.8 4.2 9 11',
  expand: 'M11.5 4H16v4.5M8.5 16H4v-4.5M15.8 4.2 11 9M4.2 15.8 9 11',
  file: 'M5.5 3h6l3.5 3.5V17h-9.5ZM11.3 3v3.7H15',
  play: 'M7 4.6v10.8l8.6-5.4Z',
  stop: 'M6 6h8v8H6Z',
  phone: 'M6.3 3.5 3.8 5c0 6.2 5 11.2 11.2 11.2l1.5-2.5-3.4-2.4-1.7 1.4a9 9 0 0 1-4.1-4.1l1.4-1.7Z',
  calendar: 'M4 5.2h12v11H4ZM4 8.6h12M7.2 3.4v3M12.8 3.4v3',
  plus: 'M10 4v12M4 10h12',
  up: 'M6.3 9.1 9.8 3.3a1.6 1.6 0 0 1 1.6 1.6v3.2h3.3a1.5 1.5 0 0 1 1.5 1.8l-1 5.2a1.5 1.5 0 0 1-1.5 1.2H6.3M6.3 8.9v7.4H3.7V8.9Z',
  downward:
    'm13.7 10.9-3.5 5.8a1.6 1.6 0 0 1-1.6-1.6v-3.2H5.3a1.5 1.5 0 0 1-1.5-1.8l1-5.2a1.5 1.5 0 0 1 1.5-1.2h7.4M13.7 11.1V3.7h2.6v7.4Z',
} as const;

export type GlyphName = keyof typeof drawings;

export function Glyph({ name, size = 18 }: { name: GlyphName; size?: number }) {
  return (
    <svg class="glyph" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
