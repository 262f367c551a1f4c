import type { PageReply } from './answer.ts';
export interface Assets {
    /** The page itself, read anew each time; undefined when it was not built. */
    index(): Promise<Buffer | undefined>;
    /** A file of the page, named by its content. */
    asset(name: string, accepted: string): Promise<PageReply>;
}
/** Where the built page is: beside the built code, or under the source's root. */
export declare function findPageFolder(from: string): string;
export declare function createAssets(folder: string): Assets;
