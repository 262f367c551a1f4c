import type { Check } from './rules.ts';
export declare const richText: Check;
