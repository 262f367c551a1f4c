import { openPrometheus } from '../../src/services/prometheus/prometheus.ts';
import { prometheus as language, metricsContract } from '../contract/metrics.ts';
import { clientOf } from '../support/service.ts';
import { endOfValues, serviceAt } from './address.ts';
import { prometheusStep as step } from './prometheus.ts';

const metrics = openPrometheus(clientOf(serviceAt('PROMETHEUS_URL'), { system: 'Prometheus', section: 'prometheus' }));

metricsContract('a real Prometheus', language, () => ({ metrics, end: endOfValues(), step }));
