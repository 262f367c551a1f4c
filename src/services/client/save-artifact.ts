import type { Artifact, ArtifactPlace } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import { formatSize } from '../../context/size.ts';
import type { Client } from './client.ts';

/**
 * What stands at a path, written into a file as it comes; false where it has more bytes than that may have. Where a size
 * is known that is not to the byte, it is left out.
 */
export async function saveArtifact(
  { client, system }: { client: Client; system: string },
  path: string,
  { name, size }: Pick<Artifact, 'name' | 'size'>,
  to: ArtifactPlace,
): Promise<boolean> {
  const { status, headers, isCut, bytes } = await client(path, {
    // As it is, so that its size is the one that was told.
    headers: { accept: '*/*', 'accept-encoding': 'identity' },
    save: { ...to, mode: 0o666 },
    takes: [404, 410],
  });
  if (status === 404 || status === 410) throw new OpsError('failed', `${system} has ${name} no longer`);
  if (isCut) return false;
  // Whom a proxy wants to sign in, it answers with a page.
  if (headers.get('content-type')?.startsWith('text/html') === true && !/\.x?html?$/i.test(name)) {
    throw new OpsError('unavailable', `${system} answers with a page where ${name} was due`, {
      hint: 'a sign-in page or a proxy is in between: ops config',
    });
  }
  if (size === undefined || bytes === size) return true;
  throw new OpsError('unavailable', `${name} came with ${bytes} bytes, and ${system} said ${size}`, {
    hint: `it is not whole (${formatSize(size)}): type it again`,
  });
}
