import { type Block, type CommandSummary, defineCommand, OpsError } from '../src/index.ts';

interface Help {
  topic: string;
  /** Of the whole list. */
  commands?: CommandSummary[];
  blocks: Block[];
}

export default defineCommand({
  name: 'help',
  summary: 'Show all commands, or how to use one',
  args: {
    command: { summary: 'The command to explain', variadic: true },
  },
  options: {
    search: { summary: 'Only commands with this word in their name or summary', short: 's', value: 'word' },
  },
  examples: [
    { line: 'ops help', says: 'every command' },
    { line: 'ops help deploy', says: 'how to use one' },
    { line: 'ops help --search version', says: 'commands that have to do with versions' },
  ],
  effect: 'read',
  keep: false,
  run: async ({ command: words, search }, { project }): Promise<Help> => {
    if (words.length > 0) {
      const topic = await project.resolve(words);
      const blocks = topic === undefined ? undefined : await project.help(topic);
      if (topic !== undefined && blocks !== undefined) return { topic, blocks };
      throw project.unknownCommand(words, await project.names());
    }
    const matches = (text: string): boolean => text.toLowerCase().includes((search ?? '').toLowerCase());
    const commands = (await project.commands()).filter(({ name, summary }) => matches(name) || matches(summary));
    if (commands.length === 0) throw new OpsError('failed', `no command speaks of "${search}"`, { hint: 'ops help' });
    return { topic: 'commands', commands, blocks: project.overview(commands) };
  },
  show: ({ blocks }) => blocks,
});
