import { describe, expect, it } from 'vitest';
import { inheritedEnvironment } from '../../../src/system/environment.ts';

describe('inheritedEnvironment', () => {
  it.each([
    ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'LC_ALL', 'LC_TIME', 'TZ', 'TMPDIR', 'SSH_AUTH_SOCK'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy', 'OPS_JOURNAL'],
  ])('lets %s through', (name) => {
    expect(inheritedEnvironment({ [name]: 'value' })).toEqual({ [name]: 'value' });
  });

  it.each(['SLACK_BOT_TOKEN', 'AWS_SECRET_ACCESS_KEY', 'NODE_OPTIONS', 'LD_PRELOAD', 'GIT_DIR', 'MY_PATH', 'PATH_X'])(
    'keeps %s back',
    (name) => {
      expect(inheritedEnvironment({ [name]: 'value' })).toEqual({});
    },
  );

  it('lets through what is asked for, and nothing else', () => {
    const base = { REGISTRY_TOKEN: 'a', SLACK_BOT_TOKEN: 'b', HOME: '/home/ana' };
    expect(inheritedEnvironment(base, ['REGISTRY_TOKEN', 'NOT_SET'])).toEqual({
      REGISTRY_TOKEN: 'a',
      HOME: '/home/ana',
    });
  });

  it('leaves out what is not set', () => {
    expect(inheritedEnvironment({ HOME: undefined })).toEqual({});
  });
});
