import type { Call } from './client.ts';

/** People's names, for showing only: asked for once, and never waited for longer than a second. */
export function createNames(call: Call): (user: string) => Promise<string> {
  const names = new Map<string, Promise<string>>();
  const ask = async (user: string): Promise<string> => {
    const { user: found } = await call('users.info', { user });
    const { name, real_name, profile } = found as {
      name?: string;
      real_name?: string;
      profile?: { display_name?: string };
    };
    return profile?.display_name || real_name || name || user;
  };
  return (user) => {
    const known = names.get(user);
    if (known !== undefined) return known;
    const asked = ask(user).catch(() => {
      names.delete(user);
      return user;
    });
    names.set(user, asked);
    const late = new Promise<string>((resolve) => setTimeout(resolve, 1000, user).unref());
    return Promise.race([asked, late]);
  };
}
