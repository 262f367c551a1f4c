import { type FarmBuild, type FarmType, type TeamcityFarm, usualBranch } from './farm.ts';
import { parseLocator, textOf, within } from './locator.ts';

const timeOf = (at: number | undefined): string | undefined =>
  at === undefined
    ? undefined
    : new Date(at)
        .toISOString()
        .replace(/[-:]|\.\d+/g, '')
        .replace('Z', '+0000');

const usualCount = 100;

export interface Page<Item> {
  items: Item[];
  /** Where the rest begins, and how many each page has. */
  next: { start: number; count: number } | undefined;
}

function pageOf<Item>(all: readonly Item[], { start, count }: Partial<Record<string, string>>): Page<Item> {
  const [from, size] = [Number(start ?? 0), Number(count ?? usualCount)];
  const items = all.slice(from, from + size);
  return { items, next: from + size < all.length ? { start: from + size, count: size } : undefined };
}

/** What a TeamCity says of its state: whole, before anybody says which fields are wanted. */
export class Views {
  private readonly farm: TeamcityFarm;
  private readonly url: string;

  constructor(farm: TeamcityFarm, url: string) {
    this.farm = farm;
    this.url = url;
  }

  types(locator: string): Page<FarmType> {
    const wanted = parseLocator(locator, ['id', 'name', 'affectedProject', 'count', 'start']);
    const project = wanted.affectedProject && parseLocator(within(wanted.affectedProject), ['id']).id;
    const all = [...this.farm.types.values()].filter(
      ({ id, name = '', project: of = '' }) =>
        (wanted.id === undefined || id === textOf(wanted.id)) &&
        (wanted.name === undefined || name.toLowerCase() === textOf(wanted.name).toLowerCase()) &&
        (project === undefined || of.replaceAll(' / ', '_') === textOf(project)),
    );
    return pageOf(all, wanted);
  }

  builds(locator: string, of?: FarmType): Page<FarmBuild> {
    const known = ['buildType', 'defaultFilter', 'branch', 'state', 'status', 'count', 'start', 'lookupLimit'];
    const wanted = parseLocator(locator, [...known, 'sinceBuild', 'untilBuild']);
    const type = wanted.buildType === undefined ? of?.id : this.idOf(wanted.buildType);
    if (type !== undefined && !this.farm.types.has(type)) throw new Missing(`No build type is found by id '${type}'.`);
    const states =
      wanted.state === undefined
        ? []
        : Object.keys(parseLocator(within(wanted.state), ['queued', 'running', 'finished']));
    const isAll = wanted.defaultFilter === 'false';
    const [since, until] = [wanted.sinceBuild, wanted.untilBuild].map((one) => one && Number(this.idOf(one)));
    const all = this.farm.builds.filter(
      (build) =>
        (type === undefined || build.type.id === type) &&
        (states.length > 0 ? states.includes(build.state) : isAll || build.state === 'finished') &&
        (isAll || build.cancelled === undefined) &&
        (wanted.status === undefined || build.status === wanted.status) &&
        this.isOfBranch(build, wanted.branch, isAll) &&
        (!since || build.id > since) &&
        (!until || build.id <= until),
    );
    return pageOf(all, wanted);
  }

  private idOf(value: string): string {
    return textOf(parseLocator(within(value), ['id']).id ?? '');
  }

  private isOfBranch({ branch }: FarmBuild, wanted: string | undefined, isAll: boolean): boolean {
    if (wanted === undefined) return isAll || branch === usualBranch;
    const { name, default: any } = parseLocator(within(wanted), ['name', 'default']);
    if (name === undefined) return any === 'any';
    const value = name.startsWith('(value:') ? parseLocator(within(name), ['value']).value : name;
    return branch === textOf(value ?? '');
  }

  type(type: FarmType): object {
    const { id, name, project, isPaused = false, parameters = [] } = type;
    const property = parameters.map(({ name: key, value, rawValue }) => ({
      name: key,
      value: rawValue?.startsWith('password') ? undefined : (value ?? ''),
      ...(rawValue === undefined ? {} : { type: { rawValue } }),
    }));
    return {
      ...{ id, name, projectName: project, webUrl: `${this.url}/buildConfiguration/${id}` },
      ...(isPaused ? { paused: true } : {}),
      parameters: { count: property.length, property },
      builds: (locator: string) => ({ build: this.builds(locator, type).items.map((build) => this.build(build)) }),
    };
  }

  build(build: FarmBuild): object {
    const { id, type, state, status, branch, cancelled, tests, log, changes } = build;
    const many = (wanted: string): number => tests.filter((test) => test.status === wanted).length;
    return {
      ...{ id, buildTypeId: type.id, state, branchName: branch, number: `1.0.${id}` },
      ...(state === 'queued' ? { waitReason: this.farm.waitReason } : { status }),
      webUrl: `${this.url}/buildConfiguration/${type.id}/${id}`,
      ...{
        queuedDate: timeOf(build.queuedAt),
        startDate: timeOf(build.startedAt),
        finishDate: timeOf(build.finishedAt),
      },
      ...(state === 'running'
        ? { 'running-info': { elapsedSeconds: 2, estimatedTotalSeconds: 60, percentageComplete: 3 } }
        : {}),
      canceledInfo: cancelled && { text: cancelled.text, user: { username: 'ops' } },
      triggered: { type: 'user', user: { username: 'ops', name: 'Ops' } },
      revisions: { revision: changes.slice(0, 1).map(({ version }) => ({ version })) },
      changes: {
        change: changes.map(({ version, comment, user, email }) => ({
          version,
          comment,
          username: user,
          user: { username: user, email },
        })),
      },
      properties: { property: propertiesOf(build) },
      buildType: this.type(type),
      testOccurrences:
        tests.length === 0 ? undefined : { count: tests.length, passed: many('SUCCESS'), ignored: many('UNKNOWN') },
      comment: { text: build.comment },
      percentageComplete: log.length,
    };
  }

  tests(locator: string): object[] {
    const wanted = parseLocator(locator, ['build', 'status', 'count']);
    const build = this.farm.find(Number(this.idOf(wanted.build ?? '')));
    if (build === undefined) throw new Missing(`No build is found by ${locator}`);
    const found = build.tests.filter(({ status }) => wanted.status === undefined || status === wanted.status);
    return found
      .slice(0, Number(wanted.count ?? usualCount))
      .map(({ name, status, details, firstFailed = build.id }) => ({
        ...{ name, status, details },
        firstFailed: { build: { id: firstFailed } },
      }));
  }

  agents(locator: string): object[] {
    parseLocator(locator, ['defaultFilter', 'count']);
    const running = this.farm.running();
    return this.farm.agents.map(({ comment, ...agent }) => ({
      ...agent,
      disconnectionComment: agent.connected ? undefined : comment,
      enabledInfo: { status: agent.enabled, comment: agent.enabled ? undefined : { text: comment ?? '' } },
      build: agent.connected && agent.enabled && agent.authorized ? this.buildOf(running.shift()) : undefined,
    }));
  }

  private buildOf(build: FarmBuild | undefined): object | undefined {
    return build && this.build(build);
  }

  files({ files, id }: FarmBuild, folder: string): object[] {
    const prefix = folder === '' ? '' : `${folder}/`;
    const paths = Object.keys(files).filter((path) => path.startsWith(prefix));
    if (paths.length === 0 && folder !== '') throw new Missing(`No artifact is found by path ${folder}`);
    const names = new Set(paths.map((path) => path.slice(prefix.length).split('/')[0] ?? ''));
    const base = `/app/rest/builds/id:${id}/artifacts`;
    return [...names].map((name) => {
      const content = files[`${prefix}${name}`];
      const href = (kind: string) => ({ href: `${base}/${kind}/${encodeURI(`${prefix}${name}`)}` });
      return content === undefined
        ? { name, children: href('children') }
        : { name, size: content.length, content: href('content') };
    });
  }
}

/** What a 404 is for. */
export class Missing extends Error {}

function propertiesOf({ type, properties }: FarmBuild): object[] {
  const usual = (type.parameters ?? []).filter(({ name }) => !(name in properties));
  return [
    ...Object.entries(properties).map(([name, value]) => ({ name, value, inherited: false })),
    ...usual.map(({ name, value = '' }) => ({ name, value, inherited: true })),
  ];
}
