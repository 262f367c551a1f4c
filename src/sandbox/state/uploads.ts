import type { StoredFile } from './model.ts';
import type { Workspace } from './workspace.ts';

/** Milliseconds for which an upload waits to be used. */
const patience = 60 * 60_000;

function forgetLate({ files, clock }: Workspace, { id, created }: StoredFile): void {
  const left = Math.max(0, created * 1000 + patience - clock.now());
  clock.timer(left, () => {
    if (!files.get(id)?.completed) files.delete(id);
  });
}

/** A file that was announced, or that came; it is forgotten where nothing uses it. */
export function storeUpload(workspace: Workspace, file: StoredFile): void {
  workspace.files.set(file.id, file);
  forgetLate(workspace, file);
}

/** The same for those that were there before this process. */
export function resumeUploads(workspace: Workspace): void {
  for (const file of workspace.files.values()) if (!file.completed) forgetLate(workspace, file);
}
