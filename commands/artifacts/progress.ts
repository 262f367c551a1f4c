import { type Artifact, type Context, formatSize } from '../../src/index.ts';

/** Milliseconds from one look to the next. */
const often = 500;

/** Shows live how much of an artifact has come, while `work` brings it. */
export async function withProgress<Result>(
  { size }: Pick<Artifact, 'size'>,
  { output, clock }: Pick<Context, 'output' | 'clock'>,
  work: (onBytes: (bytes: number) => void) => Promise<Result>,
): Promise<Result> {
  let shown = clock.now().getTime();
  let isShown = false;
  const onBytes = (bytes: number): void => {
    const now = clock.now().getTime();
    if (now - shown < often) return;
    [shown, isShown] = [now, true];
    output.progress('stderr', `  ${comeWord(bytes, size)}`);
  };
  try {
    return await work(onBytes);
  } finally {
    if (isShown) output.progress('stderr', '');
  }
}

/** `1.2 GB of 4.8 GB, 25 %`; without a size, `1.2 GB`. */
export function comeWord(bytes: number, size: number | undefined): string {
  if (size === undefined || size < bytes || size === 0) return formatSize(bytes);
  return `${formatSize(bytes)} of ${formatSize(size)}, ${Math.floor((bytes / size) * 100)} %`;
}
