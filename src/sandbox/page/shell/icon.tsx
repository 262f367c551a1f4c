/** Drawn here: lines on a grid of 20. */
const drawings = {
  hash: 'M7.6 3.5 6.2 16.5M13.8 3.5l-1.4 13M3.8 7.3h13M3.2 12.7h13',
  lock: 'M5.5 9.2h9a1 1 0 0 1 1 1v5.3a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-5.3a1 1 0 0 1 1-1ZM7 9V6.6a3 3 0 0 1 6 0V9',
  down: 'm5.5 7.8 4.5 4.5 4.5-4.5',
  right: 'm7.8 5.5 4.5 4.5-4.5 4.5',
  back: 'M16 10H4.5M9 5l-5 5 5 5',
  plus: 'M10 4v12M4 10h12',
  close: 'm5 5 10 10M15 5 5 15',
  search: 'M8.8 14.1a5.3 5.3 0 1 0 0-10.6 5.3 5.3 0 0 0 0 10.6ZM12.8 12.8 16.5 16.5',
  write:
    'M9.5 4H5.2A1.7 1.7 0 0 0 3.5 5.7v9.1a1.7 1.7 0 0 0 1.7 1.7h9.1a1.7 1.7 0 0 0 1.7-1.7v-4.3M14.6 3.5l1.9 1.9-7 7-2.6.7.7-2.6 7-7Z',
  people:
    'M8 10.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.8 16c.3-2.3 2.4-3.8 5.2-3.8s4.9 1.5 5.2 3.8M12.8 4.2a3.1 3.1 0 0 1 0 5.8M14.8 12.6c1.4.5 2.3 1.7 2.4 3.4',
  sun: 'M10 13.3a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6ZM10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M15.3 4.7l-1.1 1.1M5.8 14.2l-1.1 1.1',
  moon: 'M16.3 11.6A6.6 6.6 0 0 1 8.4 3.7a6.6 6.6 0 1 0 7.9 7.9Z',
  system: 'M3.5 4.5h13v8.5h-13ZM7.5 16.5h5M10 13v3.5',
  latest: 'M10 4v11.5M5 10.5l5 5 5-5',
  eye: 'M2.5 10S5.2 4.8 10 4.8 17.5 10 17.5 10 14.8 15.2 10 15.2 2.5 10 2.5 10ZM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
  download: 'M10 3.5v8.8M6 8.8l4 4 4-4M3.8 16.5h12.4',
  keyboard: 'M3 5.5h14v9H3ZM6 8.5h.1M8.7 8.5h.1M11.3 8.5h.1M14 8.5h.1M6.5 11.7h7',
  file: 'M5.5 3h6l3.5 3.5V17h-9.5ZM11.3 3v3.7H15',
  trash: 'M3.8 5.6h12.4M7.6 5.4V3.5h4.8v1.9M5.2 5.8l.8 10.7h8l.8-10.7M8.4 8.6v5M11.6 8.6v5',
  check: 'm4.5 10.5 3.7 3.7 7.3-8',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
