import { OpsError } from '../../context/errors.ts';
import type { GitHub } from './ask.ts';
import { membershipShape, teamShape } from './shapes.ts';

/** Whether one of these logins is in a team, `acme/web`; undefined where the token may not see that. */
export async function isInTeam(team: string, logins: readonly string[], github: GitHub): Promise<boolean | undefined> {
  const [organization = '', slug = ''] = team.split('/');
  const path = `/orgs/${organization}/teams/${encodeURIComponent(slug)}`;
  try {
    const found = await Promise.all(
      logins.map((login) => github.find(`${path}/memberships/${encodeURIComponent(login)}`, membershipShape)),
    );
    if (found.some((one) => one?.state === 'active')) return true;
    // A team that may not be seen is not there either, as it says.
    return (await github.find(path, teamShape)) === undefined ? undefined : false;
  } catch (error) {
    if (error instanceof OpsError && error.outcome === 'denied') return undefined;
    throw error;
  }
}
