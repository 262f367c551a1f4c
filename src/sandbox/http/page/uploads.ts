import type { Values } from '../../page/protocol.ts';
import { seconds } from '../../state/clock.ts';
import { SlackError } from '../../state/errors.ts';
import { describeFile } from '../../state/files.ts';
import { uuid } from '../../state/ids.ts';
import type { Json, Person, StoredFile } from '../../state/model.ts';
import { isRecord } from '../../state/record.ts';
import { storeUpload } from '../../state/uploads.ts';
import type { Workspace } from '../../state/workspace.ts';

/** Keeps bytes that a person uploaded, until they do something with them. */
export function keepUpload(workspace: Workspace, person: Person, name: string, data: Buffer): { file: string } {
  const file: StoredFile = {
    ...{ id: workspace.ids.fresh('F'), key: uuid(), name, title: name, length: data.length, user: person.id },
    ...{ created: seconds(workspace.clock), completed: false, shares: [], data },
  };
  storeUpload(workspace, file);
  return { file: file.id };
}

export function uploadOf({ files }: Workspace, person: Person, id: string): StoredFile {
  const file = files.get(id);
  if (!file?.data || file.user !== person.id) throw new SlackError('file_not_found');
  return file;
}

function filled(workspace: Workspace, person: Person, value: Json): Json {
  const { type, files } = value;
  if (type !== 'file_input' || !Array.isArray(files)) return value;
  const uploads = files.map((one) => uploadOf(workspace, person, isRecord(one) ? String(one['id']) : ''));
  for (const upload of uploads) upload.completed = true;
  return { ...value, files: uploads.map((upload) => describeFile(workspace, upload, workspace.origin)) };
}

/** The values of controls, with the files that were chosen in them as the app is told of files. */
export function withFiles(workspace: Workspace, person: Person, values: Values): Values {
  const blocks = Object.entries(values).map(([block, actions]) => {
    const controls = Object.entries(actions).map(([action, value]) => [action, filled(workspace, person, value)]);
    return [block, Object.fromEntries(controls)];
  });
  return Object.fromEntries(blocks);
}
