import type { Span } from './blocks.ts';
import type { Config } from './config.ts';
import type { Origin } from './host.ts';

export interface Mentioning {
  config: Pick<Config, 'people'>;
  origin: Origin;
}

/**
 * A person of the configuration by name: in a room of a Slack that they are known in, it calls them. Only a new message
 * does so; an edit shows the name, and calls nobody.
 *
 * @example
 * text('Ask ', mention('ada', context))
 */
export function mention(name: string, { config, origin }: Mentioning): Span {
  const user = origin.type === 'room' ? memberOf(name, config.people, origin.team) : undefined;
  return user === undefined ? { text: name } : { text: name, user };
}

function memberOf(name: string, people: Config['people'], team: string): string | undefined {
  const ids = Object.hasOwn(people, name) ? (people[name]?.slack ?? []) : [];
  return ids.find((id) => id.startsWith(`${team}/`))?.slice(team.length + 1);
}
