/** `{a,b}c` → `ac` and `bc`. */
function expandBraces(pattern: string): string[] {
  const [, before = '', inner = '', after = ''] = /^([^{]*)\{([^{}]*)\}(.*)$/s.exec(pattern) ?? [];
  if (inner === '') return [pattern];
  return inner.split(',').flatMap((variant) => expandBraces(`${before}${variant}${after}`));
}

/** Whether a part of a name is as a part of a pattern says: `*`, `?`, `[0-9]`, `{a,b}`. */
export const matchesPart = (part: string, pattern: string): boolean =>
  expandBraces(pattern).some((variant) => new RegExp(`^${toExpression(variant)}$`, 's').test(part));

function toExpression(pattern: string): string {
  const signs = pattern.match(/\[[^\]]+\]|[\s\S]/g) ?? [];
  return signs
    .map((sign) => {
      if (sign === '*') return '.*';
      if (sign === '?') return '.';
      if (sign.length > 1) return sign.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
      return sign.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
    })
    .join('');
}
