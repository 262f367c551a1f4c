/** A reader of Prometheus' text format, written from its description alone, with the rules of `promtool check metrics`. */
export function readMetrics(text: string): { samples: Record<string, number>; problems: string[] } {
  const samples: Record<string, number> = {};
  const problems: string[] = [];
  const types = new Map<string, string>();
  const helps = new Set<string>();
  if (!text.endsWith('\n')) problems.push('the last line has no end');
  for (const line of text.split('\n').filter(Boolean)) {
    const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (kind === 'HELP') helps.add(name);
    if (kind === 'TYPE') {
      if (types.has(name)) problems.push(`${name} has two types`);
      types.set(name, rest);
      problems.push(...lint(name, rest, helps));
    }
    if (line.startsWith('#')) continue;
    const sample = readSample(line);
    if (sample === undefined) problems.push(`cannot be read: ${line}`);
    else {
      const base = types.has(sample.name) ? sample.name : sample.name.replace(/_(?:bucket|sum|count)$/, '');
      if (!types.has(base)) problems.push(`${sample.name} has no type before it`);
      if (sample.key in samples) problems.push(`${sample.key} is there twice`);
      samples[sample.key] = sample.value;
    }
  }
  return { samples, problems };
}

function lint(name: string, type: string, helps: ReadonlySet<string>): string[] {
  const units = /_(?:milliseconds|minutes|hours|ms|kilobytes|megabytes)(?:_|$)/;
  return [
    ...(helps.has(name) ? [] : [`${name} has no help`]),
    ...(/^[a-z_:][a-z0-9_:]*$/.test(name) ? [] : [`${name} is no name`]),
    ...(['counter', 'gauge', 'histogram'].includes(type) ? [] : [`${name} is a ${type}`]),
    ...((type === 'counter') === name.endsWith('_total') ? [] : [`${name} is a ${type}, and its name says otherwise`]),
    ...(units.test(name) ? [`${name} is in no base unit`] : []),
    ...(type !== 'counter' && /_(?:count|sum|bucket)$/.test(name) ? [`${name} ends as a part of another`] : []),
  ];
}

function readSample(line: string): { name: string; key: string; value: number } | undefined {
  const label = String.raw`[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*"`;
  const shape = new RegExp(String.raw`^([a-zA-Z_:][\w:]*)(?:\{(${label}(?:,${label})*)?,?\})? (\S+)(?: -?\d+)?$`);
  const [, name, labels = '', written = ''] = shape.exec(line) ?? [];
  if (name === undefined) return undefined;
  const value = written === '+Inf' ? Number.POSITIVE_INFINITY : Number(written);
  if (Number.isNaN(value) && written !== 'NaN') return undefined;
  const sorted = (labels.match(new RegExp(label, 'g')) ?? []).sort().join(',');
  return { name, key: sorted === '' ? name : `${name}{${sorted}}`, value };
}
