import * as v from 'valibot';
import type { Artifact, Bounded, BuildName } from '../../context/builds.ts';
import type { Jenkins } from './ask.ts';
import { jobPath } from './names.ts';

const shape = v.object({
  url: v.string(),
  artifacts: v.nullish(v.array(v.object({ fileName: v.string(), relativePath: v.string() }))),
});

/** Files whose size is asked for, each by itself: Jenkins tells it no other way. */
const most = 50;

export async function artifactsOf({ job, number }: BuildName, { find, client }: Jenkins): Promise<Bounded<Artifact>> {
  const path = `${jobPath(job)}/${number}`;
  const found = await find(path, shape, 'url,artifacts[fileName,relativePath]');
  const all = found?.artifacts ?? [];
  const items = all.slice(0, most).map(async ({ relativePath }): Promise<Artifact> => {
    const file = relativePath.split('/').map(encodeURIComponent).join('/');
    const answer = await client(`${path}/artifact/${file}`, { method: 'HEAD', takes: [403, 404, 405] });
    const length = Number(answer.headers.get('content-length') ?? Number.NaN);
    const size = answer.status === 200 && Number.isFinite(length) ? length : undefined;
    return { name: relativePath, url: `${found?.url ?? ''}artifact/${file}`, size };
  });
  return { items: await Promise.all(items), hasMore: all.length > most };
}
