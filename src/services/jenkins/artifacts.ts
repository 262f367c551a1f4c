import * as v from 'valibot';
import type { Artifact, ArtifactPlace, Bounded, BuildName } from '../../context/builds.ts';
import { saveArtifact } from '../client/save-artifact.ts';
import type { Jenkins } from './ask.ts';
import { jobPath } from './names.ts';

const shape = v.object({
  url: v.string(),
  artifacts: v.nullish(v.array(v.object({ fileName: v.string(), relativePath: v.string() }))),
});

/** Files that are told of, and those whose size is asked for, each by itself: Jenkins tells it no other way. */
const [most, mostSizes] = [200, 50];

export async function artifactsOf(
  name: BuildName,
  { find, client }: Jenkins,
  isMeant: (name: string) => boolean = () => true,
): Promise<Bounded<Artifact>> {
  const found = await find(pathOf(name), shape, 'url,artifacts[fileName,relativePath]');
  const all = (found?.artifacts ?? []).filter(({ relativePath }) => isMeant(relativePath));
  const items = all.slice(0, most).map(async ({ relativePath }, index): Promise<Artifact> => {
    const file = `artifact/${encoded(relativePath)}`;
    const size = index < mostSizes ? await sizeOf(`${pathOf(name)}/${file}`, client) : undefined;
    return { name: relativePath, url: `${found?.url ?? ''}${file}`, size };
  });
  return { items: await Promise.all(items), hasMore: all.length > most };
}

async function sizeOf(path: string, client: Jenkins['client']): Promise<number | undefined> {
  const headers = { 'accept-encoding': 'identity' };
  const answer = await client(path, { method: 'HEAD', headers, takes: [403, 404, 405] });
  const length = Number(answer.headers.get('content-length') ?? Number.NaN);
  return answer.status === 200 && Number.isFinite(length) ? length : undefined;
}

export function downloadArtifact(
  name: BuildName,
  artifact: Artifact,
  to: ArtifactPlace,
  { client }: Jenkins,
): Promise<boolean> {
  return saveArtifact(
    { client, system: 'Jenkins' },
    `${pathOf(name)}/artifact/${encoded(artifact.name)}`,
    artifact,
    to,
  );
}

const pathOf = ({ job, number }: BuildName): string => `${jobPath(job)}/${number}`;
const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
