const listed = 20;

/** `You, ana and 3 others reacted with :tada:`, oneself first. */
export function reactionText(
  users: readonly string[],
  count: number,
  me: string,
  nameOf: (id: string) => string,
): string {
  const names = [...users].sort((one, other) => Number(other === me) - Number(one === me)).slice(0, listed);
  const known = names.map((id) => (id === me ? 'You' : nameOf(id)));
  const more = count - known.length;
  if (more > 0) known.push(`${more} ${more === 1 ? 'other' : 'others'}`);
  const last = known.pop() ?? 'Nobody';
  return known.length === 0 ? last : `${known.join(', ')} and ${last}`;
}
