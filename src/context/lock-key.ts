/** The key of an app's part of an environment: `web/uat`. That of the whole is `uat`. */
export function lockKey(environment: string, app: string | undefined): string {
  return app === undefined ? environment : `${app}/${environment}`;
}

/** Whether one is the other, or a part of it. */
export function overlaps(one: string, other: string): boolean {
  return one === other || isPart(one, other) || isPart(other, one);
}

const isPart = (part: string, whole: string): boolean => part.endsWith(`/${whole}`);

/** `uat`, of `web/uat` too. */
export function environmentIn(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
