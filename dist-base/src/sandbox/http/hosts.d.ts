/** Refuses to be heard by anything but this machine: who reaches the sandbox can speak for everybody in it. */
export declare function checkHost(host: string): void;
/** `http://127.0.0.1:4000`, `http://[::1]:4000` */
export declare const addressOf: (host: string, port: number) => string;
