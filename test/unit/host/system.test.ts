import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { root } from '../../support/ops.ts';

/** A process of its own: the test runner takes such faults for its own. */
async function output(body: string): Promise<string> {
  const program = `
    import { createSystem } from ${JSON.stringify(new URL('src/host/system.ts', root).href)};
    const system = createSystem({ root: new URL(${JSON.stringify(root.href)}), execPath: process.execPath, env: {} });
    ${body}`;
  const args = ['--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args).catch((error: { stdout: string }) => error);
  return stdout;
}

describe('a fault in the background', () => {
  it('is told, and ends nothing, for as long as somebody listens', async () => {
    const words = await output(`
      const sleep = () => new Promise((resolve) => setTimeout(resolve, 20));
      {
        using faults = system.onFault((error) => console.log('told', error.message));
        void Promise.reject(new Error('one'));
        await sleep();
        console.log('goes on');
      }
      void Promise.reject(new Error('two'));
      await sleep();
      console.log('never said');`);
    expect(words).toBe('told one\ngoes on\n');
  });
});
