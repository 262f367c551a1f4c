import { pathToFileURL } from 'node:url';
import { OpsError } from '../context/errors.ts';

/** Says how to call a file to the person. */
export type NameFile = (path: string) => string;

type Parse = (path: string, content: string) => unknown;

/** What a YAML parser's error tells, apart from the lines around it: they may hold a secret. */
interface YamlError extends Error {
  reason?: string;
  mark?: { line: number; column: number };
}

export const yamlLoader =
  (parse: Parse, nameFile: NameFile): Parse =>
  (path, content) => {
    try {
      return /^\s*[^\s#]/m.test(content) ? parse(path, content) : undefined;
    } catch (error) {
      const { reason = 'it cannot be read', mark } = error as YamlError;
      const place = mark === undefined ? '' : `:${mark.line + 1}:${mark.column + 1}`;
      throw new OpsError('config', `${nameFile(path)}${place}: not YAML: ${reason}`);
    }
  };

export const jsonLoader =
  (nameFile: NameFile): Parse =>
  (path, content) => {
    try {
      return JSON.parse(content);
    } catch (error) {
      const { message } = error as SyntaxError;
      const place = /\(line (\d+) column (\d+)\)/.exec(message);
      // The rest of the message quotes the file, which may hold a secret.
      const [reason = ''] = message.split(/, "| in JSON at| after JSON at/);
      const at = place === null ? '' : `:${place[1]}:${place[2]}`;
      throw new OpsError('config', `${nameFile(path)}${at}: not JSON: ${reason}`);
    }
  };

/** JavaScript, and TypeScript as Node itself reads it. */
export const moduleLoader =
  (nameFile: NameFile) =>
  async (path: string): Promise<unknown> => {
    const module: { default?: unknown } = await import(pathToFileURL(path).href).catch((error: unknown) => {
      const [reason] = String(error).split('\n');
      throw new OpsError('config', `${nameFile(path)} does not load: ${reason}`, { cause: error });
    });
    if (module.default === undefined) {
      throw new OpsError('config', `${nameFile(path)} has no default export`, { hint: 'export default { … }' });
    }
    return module.default;
  };
