import type { SlackConfig } from '../../context/config.ts';
import type { CommandSummary, Project } from '../../context/context.ts';
import { formatLine } from '../../context/line.ts';
import type { Identity } from '../connection/client.ts';
import { type HomeCommand, type HomeSection, homeView } from './view.ts';

export interface HomeParts {
  identity: Identity;
  project: Pick<Project, 'look' | 'refuses'>;
  /** Those of a Slack on this machine, and how to ask it. */
  people: Readonly<Record<string, string>>;
  slack?: SlackConfig | undefined;
  name(user: string): Promise<string>;
}

/** What a person's tab shows: what runs, what they ran, what is where and what they may run: what lines would print for them. */
export function createHome({
  identity,
  project,
  people,
  slack,
  name,
}: HomeParts): (user: string) => Promise<Record<string, unknown>> {
  return async (user) => {
    const actor = { id: `slack:${identity.team}:${user}`, name: await name(user) };
    const origin = { type: 'room', team: identity.team, channel: user } as const;
    const who = { actor, origin, people, slack };
    const look = (argv: readonly string[]) => project.look(argv, who);
    const section = async (
      title: string,
      argv: readonly string[],
      typed = argv,
    ): Promise<(HomeSection & { isEmpty: boolean })[]> => {
      const seen = await look(argv);
      return seen === undefined
        ? []
        : [{ title, line: formatLine(typed), blocks: seen.blocks, isEmpty: isEmpty(seen.data) }];
    };
    // Others may be called the same: it is looked up by the id, and shown as people type it.
    const ran = (person: string): string[] => ['history', '--person', person, '--limit', '5'];
    const asked = await section('What waits for you', ['approvals', '--mine']);
    const sections = [
      ...asked.filter(({ isEmpty }) => !isEmpty),
      ...(await section('What runs now', ['runs'])),
      ...(await section('What you ran', ran(actor.id), ran(actor.name))),
      ...(await section('What is where', ['deployed'])),
    ];
    const commands = commandsIn((await look(['help']))?.data);
    const refusal = commands.length > 0 ? undefined : await project.refuses('whoami', who);
    return homeView({ sections, commands, refusal });
  };
}

/** Nothing waits. */
function isEmpty(data: unknown): boolean {
  const { waiting } = Object(data) as { waiting?: unknown };
  return Array.isArray(waiting) && waiting.length === 0;
}

function commandsIn(data: unknown): HomeCommand[] {
  const { commands = [] } = Object(data) as { commands?: readonly CommandSummary[] };
  const isForRooms = ({ surfaces = ['room'] }: CommandSummary): boolean => surfaces.includes('room');
  return commands.filter((command) => command.fault === undefined && isForRooms(command));
}
