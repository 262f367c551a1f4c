import { type Methods } from './method.ts';
export declare const chatMethods: Methods;
