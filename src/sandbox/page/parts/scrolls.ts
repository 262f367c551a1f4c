/** What scrolls by itself must be reached with the keyboard, and say what it is. */
export const scrolls = (label: string) => ({ tabIndex: 0, role: 'group', 'aria-label': label }) as const;
