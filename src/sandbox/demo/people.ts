/** Whom one can be in the sandbox, and where. */
export const people = [
  { name: 'mary', realName: 'Mary Jones' },
  { name: 'tom', realName: 'Tom Brown' },
  { name: 'ana', realName: 'Ana Silva' },
  { name: 'raj', realName: 'Raj Patel' },
] as const;

export const channels = ['general', 'ops', 'releases'] as const;
