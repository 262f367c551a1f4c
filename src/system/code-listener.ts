import { join } from 'node:path';
import { fingerprintOf, type ListenerKey, type ListenerKeys, type ListenerMark } from '../context/codes.ts';
import { OpsError } from '../context/errors.ts';
import { codeFiles, codeKeyFolder } from './code-folder.ts';
import { dropCodeFile, readCodeFile, writeCodeFile } from './code-store.ts';
import { loginOf } from './logins.ts';
import { createSealPair, publicPartOf, sealKeyId } from './seal.ts';

const name = /^[0-9a-f]{32}$/;

/** The keys of listeners, in files beside the journal: what is sealed to one is read by the user that it runs as. */
export function openListenerKeys(journal: string): ListenerKeys & { privatePart(id: string): string | undefined } {
  const folder = codeKeyFolder(journal);
  const pathOf = (file: (id: string) => string, id: string): string => {
    if (!name.test(id)) throw new OpsError('config', 'the journal names no key of a listener');
    return join(folder, file(id));
  };
  const privatePart = (id: string): string | undefined => {
    const found = readCodeFile(pathOf(codeFiles.listener, id));
    if ('fault' in found || found.text === undefined || found.isOpen || found.uid !== ownUid()) return undefined;
    const publicKey = publicPartOf(found.text);
    return publicKey !== undefined && sealKeyId(publicKey) === id ? found.text : undefined;
  };
  return {
    privatePart,
    create: async () => {
      const { publicKey, privateKey } = createSealPair();
      const id = sealKeyId(publicKey);
      writeCodeFile(folder, pathOf(codeFiles.listener, id), privateKey, 0o600);
      writeCodeFile(folder, pathOf(codeFiles.listenerPublic, id), publicKey, 0o644);
      return { id, uid: ownUid() };
    },
    find: async (mark) => findPublic(pathOf(codeFiles.listenerPublic, mark.id), mark),
    isOwn: (id) => privatePart(id) !== undefined,
    drop: async (id) => {
      for (const file of [codeFiles.listener, codeFiles.listenerPublic]) dropCodeFile(pathOf(file, id));
    },
  };
}

const ownUid = (): number => process.geteuid?.() ?? -1;

/** Of whoever else the file is, and whatever else is in it: to seal to it would be to tell them. */
function findPublic(path: string, { id, uid }: ListenerMark): ListenerKey {
  const found = readCodeFile(path);
  if ('fault' in found || found.text === undefined) {
    throw unsafe(id, 'fault' in found && found.fault === 'ENOENT' ? 'is gone' : 'cannot be read');
  }
  if (sealKeyId(found.text) !== id) throw unsafe(id, 'is not the one that the journal says the listener made');
  if (found.uid !== uid) throw unsafe(id, `belongs to the ${userOf(found.uid)}, and the listener that made it did not`);
  return { id, uid, publicKey: found.text, user: userOf(uid) };
}

/** The system's word for whose a file is. */
function userOf(uid: number): string {
  const login = loginOf(uid);
  return login === undefined ? `user ${uid} of this machine` : `user ${login} (${uid}) of this machine`;
}

function unsafe(id: string, what: string): OpsError {
  return new OpsError('config', `the key of the listener (${fingerprintOf(id)}) ${what}: nothing is sealed to it`, {
    hint: 'an administrator removes it with ops otp remove --listener; the next ops listen makes one anew, and people enroll again',
  });
}
