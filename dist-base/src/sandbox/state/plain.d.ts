/** A value as JSON can have it: maps, sets and bytes under names that begin with `$`. Functions are left out. */
export declare function toPlain(value: unknown): unknown;
/** The value again. Throws where it is not what `toPlain` makes. */
export declare function fromPlain(value: unknown): unknown;
