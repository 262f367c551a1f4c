import type { Event } from '../context/events.ts';
import type { Line } from './line.ts';
/** How many characters are kept of the output's beginning and of its end. */
export interface WindowLimits {
    head: number;
    tail: number;
}
export interface WindowLines {
    head: Line[];
    /** How many whole lines are left out between the two. */
    omitted: number;
    tail: Line[];
}
/** What a room shows of a run's output, in memory that does not grow with it. */
export interface OutputWindow {
    add(event: Event): void;
    /** What a terminal that shows steps when they end would have printed by now. */
    lines(): WindowLines;
    /** The steps that run now. */
    live(): Line[];
    /** All that was added, shown or not, escape codes and all. */
    total(): {
        lines: number;
        characters: number;
    };
    /** Whether nothing was left out or cut. */
    isWhole(): boolean;
}
export declare function createWindow(limits: WindowLimits): OutputWindow;
