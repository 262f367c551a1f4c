/** Drawn here: lines on a grid of 20. */
const drawings = {
  attach: 'M10 4v12M4 10h12',
  letters: 'm2.5 15 4-10h.6l4 10M4 11.6h5.6M17.3 9v6M17.3 12a2.6 2.9 0 1 1-5.2 0 2.6 2.9 0 0 1 5.2 0Z',
  emoji: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.5 8.2v.4M12.5 8.2v.4M6.7 11.6a3.6 3.6 0 0 0 6.6 0',
  mention:
    'M12.9 10a2.9 2.9 0 1 1-5.8 0 2.9 2.9 0 0 1 5.8 0ZM12.9 7.1v4.1c0 1.2.8 2 1.9 2s2-1 2-3.2A6.8 6.8 0 1 0 14 15.4',
  bold: 'M6.3 4.2h4.3a2.8 2.8 0 0 1 0 5.6H6.3ZM6.3 9.8h5a3 3 0 0 1 0 6h-5Z',
  italic: 'M8.2 4.2h6M5.8 15.8h6M11.7 4.2 8.3 15.8',
  strike:
    'M14 6.3c-.5-1.4-2-2.2-4-2.2-2.3 0-3.9 1.1-3.9 2.9 0 1.6 1.2 2.4 3.3 2.9M3.5 10h13M6 13.6c.5 1.5 2 2.3 4.1 2.3 2.4 0 4-1.1 4-3 0-1.2-.6-2.1-1.8-2.9',
  code: 'm6.6 6-4 4 4 4M13.4 6l4 4-4 4',
  fence: 'M3 4.5h14v11H3ZM7.6 7.8 5.4 10l2.2 2.2M12.4 7.8l2.2 2.2-2.2 2.2',
  quote: 'M4 4v12M8 6h8.5M8 10h8.5M8 14h5.5',
  send: 'M3.4 3.9 17 10 3.4 16.1 5.6 10ZM5.6 10H11',
  close: 'm5.5 5.5 9 9M14.5 5.5l-9 9',
  file: 'M5.5 3h6l3.5 3.5V17h-9.5ZM11.3 3v3.7H15',
  again: 'M15.8 10a5.8 5.8 0 1 1-1.9-4.3M14.2 2.8v3.1h-3.1',
  search: 'M8.8 14.1a5.3 5.3 0 1 0 0-10.6 5.3 5.3 0 0 0 0 10.6ZM12.8 12.8 16.5 16.5',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4l2.6 2',
  megaphone: 'M3.5 8.3v3.4l9.5 3.6V4.7ZM13 7.4a2.7 2.7 0 0 1 0 5.2M5.8 12.6l.8 3.4h2.2l-.7-2.5',
  people:
    'M8 10.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.8 16c.3-2.3 2.4-3.8 5.2-3.8s4.9 1.5 5.2 3.8M12.8 4.2a3.1 3.1 0 0 1 0 5.8M14.8 12.6c1.4.5 2.3 1.7 2.4 3.4',
  slash: 'M12.8 3.5 7.2 16.5',
  hash: 'M7.6 3.5 6.2 16.5M13.8 3.5l-1.4 13M3.8 7.3h13M3.2 12.7h13',
  lock: 'M5.5 9.2h9a1 1 0 0 1 1 1v5.3a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-5.3a1 1 0 0 1 1-1ZM7 9V6.6a3 3 0 0 1 6 0V9',
} as const;

export type DrawingName = keyof typeof drawings;

export function Drawing({ name, size = 18 }: { name: DrawingName; size?: number }) {
  return (
    <svg class="composer-drawing" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
