import type { Rule } from './inline.ts';
export declare const urlRule: Rule;
export declare const emailRule: Rule;
export declare const hostRule: Rule;
