import { peek } from './command/peek.ts';
import type { Host } from './context/host.ts';
import { asJson } from './render/json.ts';
import { failureOf } from './run/failure.ts';
import { createTee } from './run/tee.ts';

/** The one door: a line's words, and what its surface lends it, become an exit code. Every error ends here. */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  const mode = peek(argv);
  const out = createTee(host.output(mode));
  const sink = mode.json ? asJson(out.sink) : out.sink;
  try {
    if (mode.version) {
      const { version } = host.system;
      await sink({ type: 'result', data: { version }, blocks: [{ type: 'text', text: version }] });
      await sink({ type: 'finished', outcome: 'ok', exitCode: 0, ms: 0 });
      return 0;
    }
    const { understand } = await import('./understand.ts');
    const carryOut = await understand(argv, host, { sink, join: out.join }, mode.config);
    return await carryOut();
  } catch (thrown) {
    const { event } = failureOf(thrown, host.run, mode.debug);
    await sink(event);
    await sink({ type: 'finished', outcome: event.outcome, exitCode: event.exitCode, ms: 0 });
    return event.exitCode;
  }
}
