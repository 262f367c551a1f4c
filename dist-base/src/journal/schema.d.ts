/** `ops!` in SQLite's own mark of whose file it is. */
export declare const applicationId = 1869640481;
/** Each takes a journal from the version that is its index to the next. Append; never edit one that was released. */
export declare const migrations: readonly string[];
export interface SchemaFound {
    application: number;
    version: number;
    /** Tables and indexes. */
    objects: number;
}
export type SchemaState = 'current' | 'older' | 'newer' | 'foreign';
export declare function schemaState({ application, version, objects }: SchemaFound): SchemaState;
