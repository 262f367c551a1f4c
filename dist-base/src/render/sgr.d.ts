import type { Style } from '../context/blocks.ts';
/** The style after the parameters of an SGR sequence (`1;31`). What spans cannot show is left out. */
export declare function applySgr(style: Style, parameters: string): Style;
