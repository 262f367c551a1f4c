import { openGraphite } from '../../src/services/graphite/graphite.ts';
import { graphite as language, metricsContract } from '../contract/metrics.ts';
import { clientOf } from '../support/service.ts';
import { endOfValues, serviceAt } from './address.ts';
import { graphiteStep as step } from './graphite.ts';

const metrics = openGraphite(clientOf(serviceAt('GRAPHITE_URL'), { system: 'Graphite', section: 'graphite' }));

metricsContract('a real Graphite', language, () => ({ metrics, end: endOfValues(), step }));
