import type { Builds } from '../../../../src/context/builds.ts';
import type { ClientOptions } from '../../../../src/services/client/client.ts';
import { faultOf } from '../../../../src/services/teamcity/fault.ts';
import { openTeamcity } from '../../../../src/services/teamcity/teamcity.ts';
import { clientOf, hastyClock } from '../../../support/service.ts';
import { type FakeTeamcity, usualToken } from '../../../support/teamcity/server.ts';

/** How a TeamCity is asked, with that token. */
export const asked = (token = usualToken): Partial<ClientOptions> => ({
  ...{ system: 'TeamCity', section: 'teamcity', faultOf },
  headers: { authorization: `Bearer ${token}` },
});

export function opened({ url }: FakeTeamcity, options: Partial<ClientOptions> = {}): Builds {
  return openTeamcity({ client: clientOf(url, { ...asked(), ...options }), clock: hastyClock(new Date()), url });
}
