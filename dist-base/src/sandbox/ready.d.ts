import type { Sandbox } from './sandbox.ts';
/** What a program needs to use a sandbox. */
export interface Ready {
    /** The address of the page. */
    page: string;
    /** The address of the Web API, with a slash at its end. */
    api: string;
    appToken: string;
    botToken: string;
    team: {
        id: string;
        domain: string;
    };
    bot: {
        userId: string;
        botId: string;
        name: string;
    };
    channels: {
        id: string;
        name: string;
    }[];
    people: {
        id: string;
        name: string;
        token: string;
    }[];
}
/** The one object of `ops sandbox --json` and of `GET /control`. */
export declare function describeSandbox({ apiUrl, appToken, botToken, team, bot, channels, people }: Sandbox): Ready;
