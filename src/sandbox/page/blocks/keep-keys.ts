import { useRef } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { string } from './json.ts';

export interface Kept {
  key: string;
  id: string;
  type: string;
}

/**
 * Keys under which parts stay what they were when a message changes. Ids alone do not do: where a program names none, the
 * server does, anew each time. So a part goes on as the one with its id, else as one of its type in its place that is gone.
 */
export function keptKeys(before: readonly Kept[], parts: readonly Pick<Kept, 'id' | 'type'>[]): Kept[] {
  const ids = new Set(parts.map(({ id }) => id));
  const named = new Map(before.map((kept) => [`${kept.type} ${kept.id}`, kept.key]));
  const found = parts.map(({ id, type }, at) => {
    const there = before[at];
    const wasThere = there?.type === type && !ids.has(there.id) ? there.key : undefined;
    return (id === '' ? undefined : named.get(`${type} ${id}`)) ?? wasThere;
  });
  const used = new Set(found);
  return parts.map((part, at) => {
    let key = found[at] ?? `${at} ${part.type}`;
    while (found[at] === undefined && used.has(key)) key += '+';
    used.add(key);
    return { ...part, key };
  });
}

/** `idField`: block_id, action_id. */
export function useKeptKeys(parts: readonly Json[], idField: string): readonly string[] {
  const before = useRef<readonly Kept[]>([]);
  before.current = keptKeys(
    before.current,
    parts.map((part) => ({ id: string(part[idField]), type: string(part['type']) })),
  );
  return before.current.map(({ key }) => key);
}
