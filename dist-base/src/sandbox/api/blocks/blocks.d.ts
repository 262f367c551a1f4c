import type { Check } from './rules.ts';
/** What blocks stand in. */
export type SurfaceKind = 'message' | 'modal' | 'home';
export declare const mostMarkdown = 12000;
/** The blocks that a surface takes. */
export declare const blockOf: Readonly<Record<SurfaceKind, Check>>;
