/** Markdown as an app writes it → the `text` that Slack keeps beside it. Code stays as it is. */
export declare const markdownWire: (markdown: string) => string;
