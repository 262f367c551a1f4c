import { type Methods } from './method.ts';
export declare const reactionMethods: Methods;
