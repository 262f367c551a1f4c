/** Ports that browsers and `fetch` refuse to connect to (the Fetch standard's "bad port" list). */
export declare const blockedPorts: ReadonlySet<number>;
/** Refuses a port that no browser and no Slack client would ever reach. */
export declare function checkPort(port: number): void;
