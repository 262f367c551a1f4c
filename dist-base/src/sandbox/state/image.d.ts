import type { Json, StoredFile } from './model.ts';
/** How large a picture is, as far as its bytes say. */
export declare function measured({ data }: StoredFile): Json;
