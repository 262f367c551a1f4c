import type { Call } from './connection/client.ts';

/** Milliseconds, so many times: while this process stands still Slack's answer waits to be read, and one of them is over. */
const [look, looks] = [100, 10];

/** People's names, for showing only: asked for once, and waited for no longer than a second, however many lines do. */
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
  const askInTime = (user: string): Promise<string> => {
    const { promise, resolve } = Promise.withResolvers<string>();
    let timer: NodeJS.Timeout | undefined;
    const wait = (left: number): void => {
      if (left === 0) resolve(user);
      else timer = setTimeout(wait, look, left - 1).unref();
    };
    wait(looks);
    ask(user)
      .then(
        (name) => {
          resolve(name);
          names.set(user, Promise.resolve(name));
        },
        () => {
          resolve(user);
          names.delete(user);
        },
      )
      .finally(() => clearTimeout(timer));
    return promise;
  };
  return (user) => {
    const name = names.get(user) ?? askInTime(user);
    names.set(user, name);
    return name;
  };
}
