/** Text as Slack takes it: up to 4,040 characters are one message, more are several of at most 4,000. */
export declare function splitText(text: string): string[];
