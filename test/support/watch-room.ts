import type { FakeJenkins } from '../../src/sandbox/jenkins/jenkins.ts';
import type { Message } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { jenkinsConfig, openFarm } from './farm.ts';
import { saidInRoom } from './listening.ts';
import { configuration } from './project.ts';
import { openRoom, type Room } from './room.ts';

export interface WatchRoom extends Room {
  jenkins: FakeJenkins;
  /** What called people for that reason, so far. */
  calls(words: RegExp): Message[];
  /** The first of these, once it is there. */
  call(words: RegExp): Promise<Message>;
  idOf(name: string): string;
  /** All that a person sees of a message, and of people their names. */
  read(message: Message): string;
}

/** A room whose people the configuration knows, mary and tom by address too, and a Jenkins with a job that goes on. */
export async function openWatchRoom(more = ''): Promise<WatchRoom> {
  const jenkins = await openFarm();
  jenkins.farm.add('slow');
  const room = await openRoom((slack) => {
    const people = slack.people.map(
      ({ id, name }) => `  ${name}: { slack: ${slack.team.id}/${id}, email: ${name}@example.com }`,
    );
    return `${configuration}people:\n${people.join('\n')}\n${jenkinsConfig(jenkins)}${more}`;
  });
  const calls = (words: RegExp): Message[] =>
    saidInRoom(room).filter((said) => isCall(said) && words.test(messageText(said)));
  return {
    ...room,
    jenkins,
    calls,
    call: (words) => room.slack.waitFor(() => calls(words)[0]),
    read: (message) =>
      room.slack.people.reduce((text, { id, name }) => text.replaceAll(id, name), messageText(message)),
    idOf: (name) => room.slack.people.find((one) => one.name === name)?.id ?? '',
  };
}

const isCall = ({ blocks }: Message): boolean => JSON.stringify(blocks).includes('"type":"user"');

/** Whom a message calls. */
export const calledIn = ({ blocks }: Message): string[] =>
  [...JSON.stringify(blocks).matchAll(/"user_id":"(\w+)"/g)].map(([, id]) => id ?? '');
