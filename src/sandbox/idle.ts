/** A client that reuses a connection at the moment when it is closed for idleness would see a failed call. */
export const idleConnections = { keepAliveTimeout: 120_000 } as const;
