/** Something that Slack points at by id, such as `@U123`: its brackets are no operators to a line. */
export declare function reference(id: string): string;
/** The same text with references as Slack writes them: `<@U123>`. */
export declare function showReferences(text: string): string;
/** A channel or a user group: by name where Slack tells it, else by id. */
export declare function namedReference(id: string, label: string | undefined): string;
/** The names that a message's source tells for the ids in it; blocks tell the ids only. */
export declare function namesIn(source: string): ReadonlyMap<string, string>;
/** Cuts a line after the mention that it begins with, if it does: `@ops: deploy uat`. */
export declare function cutMention(line: string): {
    id: string;
    mention: string;
    rest: string;
} | undefined;
