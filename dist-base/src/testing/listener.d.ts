export interface ListenerOptions {
    /** The program of this `ops`. */
    program: string;
    cwd: string;
    /** Where the sandbox is. */
    address: string;
    journal: string;
    env: Readonly<Record<string, string>>;
}
export interface Listener {
    /** The end of what it has said, without colour. */
    said(): string;
    /** Resolves, with how, once it has ended. */
    ended: Promise<string>;
    /** Resolves when it is gone; lines that run are ended first. */
    stop(): Promise<void>;
}
/** The real listener, in a process of its own. */
export declare function startListener({ program, cwd, address, journal, env }: ListenerOptions): Listener;
