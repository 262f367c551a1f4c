declare const kinds: {
    text: {
        is: (value: unknown) => boolean;
        named: string;
    };
    string: {
        is: (value: unknown) => value is string;
        named: string;
    };
    plain: {
        is: (value: unknown) => boolean;
        named: string;
    };
    number: {
        is: (value: unknown) => boolean;
        named: string;
    };
    count: {
        is: (value: unknown) => boolean;
        named: string;
    };
    positive: {
        is: (value: unknown) => boolean;
        named: string;
    };
    share: {
        is: (value: unknown) => boolean;
        named: string;
    };
    status: {
        is: (value: unknown) => boolean;
        named: string;
    };
    flag: {
        is: (value: unknown) => value is boolean;
        named: string;
    };
    texts: {
        is: (value: unknown) => value is string[];
        named: string;
    };
    list: {
        is: (value: unknown) => value is any[];
        named: string;
    };
    record: {
        is: (value: unknown) => boolean;
        named: string;
    };
};
type Kind = keyof typeof kinds;
/** What each field has to be; `?` where it may be absent, a list where it is one of these words. */
export type Fields = Readonly<Record<string, Kind | `${Kind}?` | readonly string[]>>;
/** Throws a sentence unless the value is an object with these fields and no others. */
export declare function checkFields(what: string, value: unknown, fields: Fields): void;
export {};
