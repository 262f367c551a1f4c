import { type Config, type Context, lockKey, OpsError } from '../../src/index.ts';

export const environmentNames = (config: Config): readonly string[] => Object.keys(config.environments);
export const appNames = (config: Config): readonly string[] => Object.keys(config.apps);

/** The app meant: the one named, else the configured default, else the only one. */
export function chooseApp(config: Config, named: string | undefined): string {
  const names = appNames(config);
  const app = named ?? config.app ?? (names.length === 1 ? names[0] : undefined);
  if (app !== undefined) return app;
  if (names.length === 0) throw new OpsError('config', 'no app is configured', { hint: 'ops init' });
  throw new OpsError('usage', `which app? ${names.join(', ')}`, { hint: `--app ${names[0]}` });
}

export function subjectOf(app: string, environment: string): string {
  return lockKey(environment, app);
}

/** What a line about one app changes. */
export function appKey({ environment, app }: { environment: string; app: string | undefined }, config: Config): string {
  return subjectOf(chooseApp(config, app), environment);
}

/** The app's configuration and its part for the environment; refuses an environment that the app does not go to. */
export function targetOf({ config }: Pick<Context, 'config'>, app: string, environment: string) {
  const settings = config.apps[app];
  if (settings === undefined) throw new OpsError('config', `the app ${app} is not configured`, { hint: 'ops config' });
  const places = Object.keys(settings.environments);
  if (places.length > 0 && !places.includes(environment)) {
    throw new OpsError('usage', `${app} does not go to ${environment}, but to ${places.join(', ')}`, {
      hint: `ops deploy ${places[0]} --app ${app}`,
    });
  }
  return { settings, place: settings.environments[environment] };
}
