import type { ChannelOptions, PersonOptions, SandboxOptions } from '../sandbox.ts';
interface Named {
    id: string;
    name: string;
}
/** Each has a name and an id of its own, also among those that are there. */
export declare function mustDiffer(what: string, wanted: readonly Named[], known?: Iterable<Named>): void;
export declare function checkPerson(person: PersonOptions): void;
export declare function checkChannel(channel: ChannelOptions): void;
/** Refuses what no sandbox can be. */
export declare function checkOptions(options: SandboxOptions): void;
export {};
