import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { writeProgram } from './folder.ts';

/** A terminal of so many columns, made by the system: it prints what a program prints in it. */
const program = `
import fcntl, os, pty, struct, sys, termios
columns, words = int(sys.argv[1]), sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 40, columns, 0, 0))
    os.execvp(words[0], words)
while True:
    try:
        data = os.read(terminal, 65536)
    except OSError:
        break
    if not data:
        break
    os.write(1, data)
os.waitpid(child, 0)
`;

/** What a line prints in a terminal that is as the environment says. Needs Python. */
export async function printsInTerminal(
  words: readonly string[],
  { folder, columns, env }: { folder: string; columns: number; env: NodeJS.ProcessEnv },
): Promise<string> {
  const path = writeProgram(folder, 'terminal.py', program);
  const given = { PATH: process.env['PATH'], HOME: process.env['HOME'], JENKINS_TOKEN: process.env['JENKINS_TOKEN'] };
  const child = spawn('python3', [path, String(columns), ...words], {
    cwd: folder,
    env: { ...given, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return (await text(child.stdout)).replaceAll('\r\n', '\n');
}
