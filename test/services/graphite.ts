import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { carbonLines, manySeries, metricTable } from '../support/metric-table.ts';
import { freePort } from '../support/port.ts';
import { type Service, start, until } from './service.ts';

/** Milliseconds between the values that Graphite is given. */
export const graphiteStep = 10_000;

const python = '/usr/bin/python3';

/** Debian's carbon-cache and graphite-web, with the series of the suite up to `end`. */
export async function startGraphite(home: string, end: number, stack: AsyncDisposableStack): Promise<Service> {
  const folder = mkdtempSync(join(home, 'graphite-'));
  const [lines, pickles, cached, pages] = [await freePort(), await freePort(), await freePort(), await freePort()];
  for (const each of ['conf', 'whisper', 'log', 'rrd']) mkdirSync(join(folder, each));
  writeFileSync(join(folder, 'conf/carbon.conf'), carbonConfiguration(folder, { lines, pickles, cached }));
  writeFileSync(join(folder, 'conf/storage-schemas.conf'), schemas);
  writeFileSync(join(folder, 'gsettings.py'), settings(folder, cached));
  const carbonWords = ['/usr/bin/carbon-cache', `--config=${join(folder, 'conf/carbon.conf')}`, '--nodaemon', 'start'];
  const carbon = start({ name: 'carbon-cache', program: python, words: carbonWords, folder }, stack);
  const env = {
    ...{ DJANGO_SETTINGS_MODULE: 'graphite.settings', GRAPHITE_SETTINGS_MODULE: 'gsettings' },
    ...{ PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' },
  };
  const words = [join(import.meta.dirname, 'serve.py'), String(pages)];
  const web = start({ name: 'graphite-web', program: python, words, folder, env }, stack);
  const url = `http://127.0.0.1:${pages}`;
  await until('carbon-cache listens', carbon, () => tell(lines, carbonLines(metricTable(end, graphiteStep))));
  await until('graphite-web has the values', web, () => hasAll(url));
  return {
    says: `Graphite     ${url}/render?target=contract.web1.requests&format=json   (values: 127.0.0.1:${lines}, plain text)`,
    env: { GRAPHITE_URL: url },
  };
}

async function tell(port: number, text: string): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.end(text);
  await once(socket, 'close');
  return true;
}

async function hasAll(url: string): Promise<boolean> {
  const patterns = ['contract.many.*', 'contract.*.requests', 'contract.{gap,odd}'];
  const counts = await Promise.all(
    patterns.map(async (query) => {
      const found = await fetch(`${url}/metrics/find?format=json&query=${encodeURIComponent(query)}`);
      return ((await found.json()) as unknown[]).length;
    }),
  );
  return counts.join() === [manySeries, 2, 2].join();
}

const carbonConfiguration = (
  folder: string,
  { lines, pickles, cached }: { lines: number; pickles: number; cached: number },
): string => `[cache]
STORAGE_DIR = ${folder}
CONF_DIR = ${folder}/conf
LOG_DIR = ${folder}/log
PID_DIR = ${folder}
LOCAL_DATA_DIR = ${folder}/whisper
USER =
MAX_CREATES_PER_MINUTE = inf
MAX_UPDATES_PER_SECOND = inf
LINE_RECEIVER_INTERFACE = 127.0.0.1
LINE_RECEIVER_PORT = ${lines}
PICKLE_RECEIVER_INTERFACE = 127.0.0.1
PICKLE_RECEIVER_PORT = ${pickles}
CACHE_QUERY_INTERFACE = 127.0.0.1
CACHE_QUERY_PORT = ${cached}
ENABLE_UDP_LISTENER = False
ENABLE_TAGS = False
`;

const schemas = `[all]
pattern = .*
retentions = ${graphiteStep / 1000}s:6h
`;

const settings = (folder: string, cached: number): string => `
SECRET_KEY = 'of no use to anybody'
TIME_ZONE = 'UTC'
ALLOWED_HOSTS = ['*']
STORAGE_DIR = CONF_DIR = '${folder}'
WHISPER_DIR = '${folder}/whisper'
RRD_DIR = '${folder}/rrd'
LOG_DIR = '${folder}/log'
INDEX_FILE = '${folder}/index'
CARBONLINK_HOSTS = ['127.0.0.1:${cached}']
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': '${folder}/graphite.db'}}
# What it was asked a moment ago may have changed since.
CACHES = {'default': {'BACKEND': 'django.core.cache.backends.dummy.DummyCache'}}
`;
