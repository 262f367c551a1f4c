import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, Module } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';

/** Whose code it is. V8 takes none that was made under other flags than its own: a child of the listener has some. */
type CodeOf = 'line' | 'child';

/**
 * Loads the built files of a folder with the code that V8 made of them when the build ran a few lines. Of that, Node's
 * own compile cache has what runs while a file is loaded; each function that is called later would be compiled anew in
 * every process, which is a third of the time that a line takes.
 */
export function loadKeptCode(folder: URL, of: CodeOf = 'line'): void {
  const root = fileURLToPath(folder);
  loadFiles(root, (source, path, name) => {
    const cachedData = read(codeFile(root, name, of));
    return cachedData === undefined ? undefined : compile(source, path, cachedData);
  });
}

/** What is called keeps the code of all that was loaded and has run since. */
export function recordCode(folder: URL, of: CodeOf = 'line'): () => void {
  const root = fileURLToPath(folder);
  const scripts = new Map<string, Script>();
  loadFiles(root, (source, path, name) => {
    const script = compile(source, path);
    scripts.set(name, script);
    return script;
  });
  return () => {
    for (const [name, script] of scripts) {
      const path = codeFile(root, name, of);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, script.createCachedData());
    }
  };
}

/** V8 looks at its own version and flags alone, and several versions of Node may share those. */
const codeFile = (root: string, name: string, of: CodeOf): string =>
  join(root, 'code', `${process.version}-${process.platform}-${process.arch}-${of}`, `${name}.code`);

type Compile = (source: string, path: string, name: string) => Script | undefined;

/** The files of others, and those that nothing is kept of, are loaded as usual, with what Node's own cache can do. */
function loadFiles(root: string, compileFile: Compile): void {
  const { extensions } = createRequire(join(root, 'any.js'));
  const usual = extensions['.js'];
  const loaded = new Map<string, NodeJS.Module>();
  extensions['.js'] = (module, path) => {
    const known = loaded.get(path);
    if (known !== undefined) {
      module.exports = known.exports;
      return;
    }
    if (path.startsWith(root) && run(module, path)) return;
    enableCompileCache();
    usual(module, path);
  };

  function run(module: NodeJS.Module, path: string): boolean {
    const script = compileFile(readFileSync(path, 'utf8'), path, path.slice(root.length));
    if (script === undefined) return false;
    loaded.set(path, module);
    const folder = dirname(path);
    const require = (id: string): unknown => (id.startsWith('.') ? own(join(folder, id), module) : module.require(id));
    try {
      script.runInThisContext().call(module.exports, module.exports, require, module, path, folder);
      return true;
    } catch (error) {
      loaded.delete(path);
      throw error;
    }
  }

  /** Where Node would look for the file, it is. */
  function own(path: string, parent: NodeJS.Module): unknown {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const module = new Module(path, parent);
    return run(module, path) ? module.exports : parent.require(path);
  }
}

function compile(source: string, filename: string, cachedData?: Buffer): Script {
  return new Script(`(function (exports, require, module, __filename, __dirname) { ${source}\n})`, {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
