/** The client has no types of its own: what is used of it. https://github.com/silas/node-jenkins */
declare module 'jenkins' {
  interface Log {
    text: string;
    more: boolean;
    size: number;
  }
  // biome-ignore lint/style/noDefaultExport: it is what the client exports.
  export default class Jenkins {
    constructor(options: { baseUrl: string; crumbIssuer?: boolean });
    job: {
      build(options: string | { name: string; parameters?: Record<string, string> }): Promise<number>;
      list(): Promise<{ name: string }[]>;
      get(name: string): Promise<object>;
      exists(name: string): Promise<boolean>;
    };
    build: {
      get(name: string, number: number): Promise<{ actions: unknown }>;
      stop(name: string, number: number): Promise<void>;
      log(options: { name: string; number: number; start: number; meta: true }): Promise<Log>;
    };
    queue: {
      list(): Promise<{ id: number }[]>;
      item(number: number): Promise<{ executable?: object }>;
      cancel(number: number): Promise<void>;
    };
  }
}
