import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Context } from '../../context/context.ts';
import { wordsOf } from '../../run/failure.ts';
import { doubtful, type Finding, fine, wrong } from './finding.ts';

/** What can be known of this machine without Slack. */
export async function machineFindings(context: Context): Promise<Finding[]> {
  const { project } = context;
  const programs = await Promise.all([gitFinding(context), ...appFindings(context)]);
  return [configurationFinding(context), ...journalFindings(context), ...programs.flat(), ...(await scripts(project))];
}

function configurationFinding({ project }: Context): Finding {
  const { file } = project.loaded;
  if (file !== undefined) return fine('configuration', `the configuration is ${file}`);
  return wrong('configuration', 'there is no .chatopsrc here or in any folder above', 'ops init');
}

function journalFindings({ project, run }: Context): Finding[] {
  const { path } = project.loaded.config.journal;
  if (project.loaded.file === undefined) return [];
  if (project.journal === undefined || run === undefined) {
    return [wrong('journal', `the journal ${path} cannot be written`, `ls -ld ${dirname(path)} shows who may`)];
  }
  const folder = dirname(path);
  const modeOf = (one: string): number => statSync(one, { throwIfNoEntry: false })?.mode ?? 0;
  // Files that go to the folder's group are meant for it.
  const isOfGroup = (modeOf(folder) & 0o2020) === 0o2020;
  const open = [folder, path].filter((one) => (modeOf(one) & (isOfGroup ? 0o007 : 0o077)) !== 0);
  // A file that only its owner can read may lie in an open folder.
  if (!open.includes(path))
    return [
      fine('journal', `the journal ${path} can be written, and is read by its ${isOfGroup ? 'group' : 'owner'} alone`),
    ];
  const [ofFile, ofFolder] = isOfGroup ? [660, 2770] : [600, 700];
  const mend = `chmod ${ofFile} ${path}${open.includes(folder) ? ` && chmod ${ofFolder} ${folder}` : ''}`;
  return [doubtful('journal', `others on this machine may read the journal ${path}`, mend)];
}

async function gitFinding({ exec, config }: Context): Promise<Finding[]> {
  if (Object.keys(config.apps).length === 0) return [];
  try {
    const { stdout } = await exec('git', ['--version']);
    return [fine('programs', stdout)];
  } catch (error) {
    return [wrong('programs', wordsOf(error), 'install git: ops reads the repositories of apps with it')];
  }
}

function appFindings({ config, project, exec }: Context): Promise<Finding[]>[] {
  return Object.entries(config.apps).map(async ([name, app]) => {
    const [program = ''] = Array.isArray(app.deploy) ? app.deploy : [];
    const findings: Finding[] = [];
    if (program.includes('/') && !program.includes('{')) {
      const path = resolve(project.folder, program);
      findings.push(programFinding(name, path));
    }
    if (!app.repository.startsWith('/')) return findings;
    const { exitCode } = await exec('git', [
      '-C',
      app.repository,
      'rev-parse',
      '--verify',
      '--quiet',
      `${app.ref}^{commit}`,
    ]).catch(() => ({ exitCode: 1 }));
    const found = `${app.ref} in ${app.repository}`;
    const mend = `git -C ${app.repository} branch --all shows what is there; see apps.${name} in ops config`;
    findings.push(
      exitCode === 0 ? fine('programs', `${name}: ${found}`) : wrong('programs', `${name}: there is no ${found}`, mend),
    );
    return findings;
  });
}

function programFinding(app: string, path: string): Finding {
  try {
    accessSync(path, constants.X_OK);
    return fine('programs', `${app}: its deploy program is ${path}`);
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EACCES';
    if (isThere) return wrong('programs', `${app}: its deploy program ${path} cannot be run`, `chmod +x ${path}`);
    return wrong('programs', `${app}: its deploy program ${path} is not there`, `see apps.${app}.deploy in ops config`);
  }
}

async function scripts(project: Context['project']): Promise<Finding[]> {
  const faulty = (await project.commands()).flatMap(({ name, fault }) =>
    fault === undefined ? [] : [{ name, fault }],
  );
  return faulty.map(({ name, fault }) =>
    wrong('programs', `the command ${name} cannot run: ${fault}`, `ops help ${name}`),
  );
}
