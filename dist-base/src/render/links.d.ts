import type { Span } from '../context/blocks.ts';
interface Group {
    group: Span[];
    link: string | undefined;
}
/** Neighbours that lead to one address are one link, however they are styled. */
export declare function groupLinks(spans: readonly Span[]): Group[];
/**
 * Links whose text tells no lie. Where it looks like an address at another host than the one behind it, or like a
 * mention, it is text, and the address stands beside it as the link: `bank.example (https://evil.example)`.
 */
export declare function honestLinks(spans: Span[]): Span[];
export {};
