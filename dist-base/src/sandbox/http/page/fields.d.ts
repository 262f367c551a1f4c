/** Takes a value for what it should be, or refuses it under the field's name. */
export type Check<Value> = (value: unknown, field: string) => Value;
export type Fields<Request> = {
    readonly [Field in keyof Request]-?: Check<Request[Field]>;
};
export declare const isRecord: (value: unknown) => value is Record<string, unknown>;
export declare const text: (most: number, least?: number) => Check<string>;
export declare const flag: Check<boolean>;
export declare const record: Check<Record<string, unknown>>;
export declare const recordOf: <Value>(check: Check<Value>) => Check<Readonly<Record<string, Value>>>;
export declare const listOf: <Value>(check: Check<Value>, most: number) => Check<readonly Value[]>;
export declare const oneOf: <Value extends string>(...known: readonly Value[]) => Check<Value>;
export declare const optional: <Value>(check: Check<Value>) => Check<Value | undefined>;
/** The fields that a request has, each as it should be. Others are left out. */
export declare function readFields<Request extends object>(fields: Fields<Request>, body: Record<string, unknown>): Request;
export declare const id: Check<string>;
export declare const timestamp: Check<string>;
