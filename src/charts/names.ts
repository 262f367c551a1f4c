/** What tells names apart: the fields that all of them share are left out. One name alone stays as it is. */
export function whatDiffers(names: readonly string[]): string[] {
  const all = names.map(fieldsOf);
  const [first = []] = all;
  if (new Set(names).size < 2) return [...names];
  if (!all.every(({ length }) => length === first.length)) return withoutEnds(names, all);
  const isShared = first.map((field, at) => all.every((fields) => fields[at] === field));
  if (names.every(hasLabels))
    return all.map((fields) =>
      fields
        .filter((_, at) => !isShared[at])
        .map(bare)
        .join(', '),
    );
  return all.map((fields) => joined(fields, isShared));
}

/** `http{code="200", job="web"}` has three, and `prod.web1.cpu` has. */
const fieldsOf = (name: string): string[] =>
  hasLabels(name) ? name.split(/[{},]\s*/).filter(Boolean) : name.split('.');

const hasLabels = (name: string): boolean => /[{}]/.test(name);

/** Only between them something that is left out is shown: whatever is there, it is around all of the names. */
function joined(fields: readonly string[], isShared: readonly boolean[]): string {
  let text = '';
  let isCut = false;
  for (const [at, field] of fields.entries()) {
    if (isShared[at] !== true) {
      text += `${text === '' ? '' : isCut ? '…' : '.'}${field}`;
      isCut = false;
    } else isCut = true;
  }
  return text;
}

/** Of a label its value: its name is the same in all of them. */
const bare = (field: string): string => /^\w+="(.*)"$/.exec(field)?.[1] ?? field;

function withoutEnds(names: readonly string[], all: readonly (readonly string[])[]): string[] {
  const shortest = Math.min(...all.map(({ length }) => length)) - 1;
  const sharedFrom = (fieldAt: (fields: readonly string[], at: number) => string | undefined, most: number): number => {
    let count = 0;
    while (count < most && new Set(all.map((fields) => fieldAt(fields, count))).size === 1) count++;
    return count;
  };
  const start = sharedFrom((fields, at) => fields[at], shortest);
  const end = sharedFrom((fields, at) => fields.at(-1 - at), shortest - start);
  if (start + end === 0) return [...names];
  return all.map((fields) => {
    const isShared = fields.map((_, at) => at < start || at >= fields.length - end);
    return joined(fields, isShared);
  });
}
