import type { Artifact, ArtifactPlace, Bounded, BuildName } from '../../context/builds.ts';
import { saveArtifact } from '../client/save-artifact.ts';
import type { Teamcity } from './ask.ts';
import { filesFields } from './fields.ts';
import { filesShape } from './shapes.ts';

/** Files that are told of, and folders that are looked into for them. */
const [mostFiles, mostFolders] = [200, 50];

/** Their addresses want the token. What a folder holds is asked for folder by folder, the upper ones first. */
export async function listArtifacts(
  name: BuildName,
  teamcity: Teamcity,
  isMeant: (name: string) => boolean = () => true,
): Promise<Bounded<Artifact>> {
  const base = baseOf(name);
  const found: Artifact[] = [];
  const folders = [''];
  for (const [at, folder] of folders.entries()) {
    if (at === mostFolders || found.length > mostFiles) return { items: found.slice(0, mostFiles), hasMore: true };
    const { file } =
      (await teamcity.find(`${base}/children${encoded(folder)}`, filesShape, { fields: filesFields })) ?? {};
    for (const { name: child, size, content } of file ?? []) {
      const path = `${folder}/${child}`;
      if (content == null) folders.push(path);
      else if (isMeant(path.slice(1)))
        found.push({
          name: path.slice(1),
          url: `${teamcity.url}${base}/content${encoded(path)}`,
          size: size ?? undefined,
        });
    }
  }
  return { items: found.slice(0, mostFiles), hasMore: found.length > mostFiles };
}

export function downloadArtifact(
  name: BuildName,
  artifact: Artifact,
  to: ArtifactPlace,
  { client }: Teamcity,
): Promise<boolean> {
  return saveArtifact(
    { client, system: 'TeamCity' },
    `${baseOf(name)}/content${encoded(`/${artifact.name}`)}`,
    artifact,
    to,
  );
}

const baseOf = ({ number }: BuildName): string => `/app/rest/builds/id:${number}/artifacts`;

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
