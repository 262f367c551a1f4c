import type { Values } from '../../page/protocol.ts';
import type { Person, StoredFile } from '../../state/model.ts';
import type { Workspace } from '../../state/workspace.ts';
/** Keeps bytes that a person uploaded, until they do something with them. */
export declare function keepUpload(workspace: Workspace, person: Person, name: string, data: Buffer): {
    file: string;
};
export declare function uploadOf({ files }: Workspace, person: Person, id: string): StoredFile;
/** The values of controls, with the files that were chosen in them as the app is told of files. */
export declare function withFiles(workspace: Workspace, person: Person, values: Values): Values;
