export interface Tickets {
    issue(ticket: string): void;
}
export interface TicketBooth extends Tickets {
    /** Whether the ticket lets in; each does once. */
    take(ticket: string): boolean;
    /** Turned off, no ticket is issued or taken. */
    turn(on: boolean): void;
}
/** One ticket opens one connection. */
export declare function createTickets(): TicketBooth;
