/** What the address of the page says. */
export interface Route {
  /** Who posts: an id or a name. */
  as?: string;
  room?: string;
  thread?: string;
  /** The message that a link points at. */
  at?: string;
  /** The App Home instead of the messages with the app. */
  home?: boolean;
}

const timestamp = (packed: string): string => packed.replace(/(\d{6})$/u, '.$1');

/** The parts of `/archives/C024BE91L/p1610241741000200`, as Slack links to a message. */
function linked({ pathname, searchParams }: URL): Route {
  const [, room, packed] = /^\/archives\/([A-Z0-9]+)(?:\/p(\d{7,}))?\/?$/u.exec(pathname) ?? [];
  if (room === undefined) return {};
  const thread = searchParams.get('thread_ts');
  return { room, ...(packed ? { at: timestamp(packed) } : {}), ...(thread ? { thread } : {}) };
}

export function parseRoute(url: URL): Route {
  const { searchParams } = url;
  const named = (['as', 'room', 'thread', 'at'] as const).flatMap((name) => {
    const value = searchParams.get(name);
    return value ? [[name, value]] : [];
  });
  const home = searchParams.get('tab') === 'home' ? { home: true } : {};
  return { ...linked(url), ...(Object.fromEntries(named) as Route), ...home };
}

export function formatRoute({ as, room, thread, at, home }: Route): string {
  const parts = { as, room, thread, at, tab: home ? 'home' : undefined };
  const known = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
  return known.length === 0 ? '/' : `/?${new URLSearchParams(known)}`;
}

/** The address of a message, the same that `chat.getPermalink` answers with. */
export function permalink(origin: string, channel: string, ts: string, thread?: string): string {
  const within = thread === undefined || thread === ts ? '' : `?thread_ts=${thread}&cid=${channel}`;
  return `${origin}/archives/${channel}/p${ts.replace('.', '')}${within}`;
}
