import type { Artifact, ArtifactPlace, Bounded, BuildName } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import { saveArtifact } from '../client/save-artifact.ts';
import { findPlace } from './find.ts';
import { type GitHubParts, runPath } from './parts.ts';
import { artifactsShape, runShape } from './shapes.ts';

const most = 200;

/** Each is one zip file, whatever was put into it. */
export async function listArtifacts(
  name: BuildName,
  parts: GitHubParts,
  isMeant: (name: string) => boolean = () => true,
): Promise<Bounded<Artifact>> {
  const place = await findPlace(name, parts);
  const run = place && (await parts.github.find(runPath(place), runShape));
  const items: Artifact[] = [];
  if (place === undefined || run === undefined) return { items, hasMore: false };
  for await (const { artifacts } of parts.github.pages(`${runPath(place)}/artifacts`, artifactsShape)) {
    for (const { id, name: given, size_in_bytes, expired, expires_at } of artifacts) {
      const file = given.endsWith('.zip') ? given : `${given}.zip`;
      if (!isMeant(file)) continue;
      if (items.length === most) return { items, hasMore: true };
      items.push({
        name: file,
        url: `${run.html_url}/artifacts/${id}`,
        size: size_in_bytes ?? undefined,
        ...(expires_at == null ? {} : { expires: new Date(expires_at) }),
        ...(expired === true ? { isExpired: true } : {}),
      });
    }
  }
  return { items, hasMore: false };
}

/** GitHub sends on to a storage, which gets no token. https://docs.github.com/en/rest/actions/artifacts */
export async function downloadArtifact(
  build: BuildName,
  { name, url }: Artifact,
  to: ArtifactPlace,
  parts: GitHubParts,
): Promise<boolean> {
  const place = await findPlace(build, parts);
  const id = /\/(\d+)$/.exec(url)?.[1];
  if (place === undefined || id === undefined) throw new OpsError('failed', `GitHub has ${name} no longer`);
  const path = `/repos/${place.repository}/actions/artifacts/${id}/zip`;
  // What it says of the size need not be that of the zip file.
  return saveArtifact({ client: parts.github.ask, system: 'GitHub' }, path, { name, size: undefined }, to);
}
