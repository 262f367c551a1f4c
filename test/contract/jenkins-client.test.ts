import Jenkins from 'jenkins';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type FakeJenkins, startJenkins, usualUser } from '../../src/sandbox/jenkins/jenkins.ts';

const { name, token, password } = usualUser;
let fake: FakeJenkins;

beforeEach(async () => {
  fake = await startJenkins();
  onTestFinished(() => fake[Symbol.asyncDispose]());
  fake.farm.add('shop');
  fake.farm.add('web/deploy', { parameters: [{ name: 'TARGET', type: 'Choice', choices: ['uat', 'prod'] }] });
});

const clientOf = (secret = token, crumbIssuer = false) =>
  new Jenkins({ baseUrl: fake.url.replace('//', `//${name}:${secret}@`), crumbIssuer });

describe('the Jenkins of the sandbox, to a client of others', () => {
  it.each([
    ['a token', () => clientOf()],
    ['a password and a crumb', () => clientOf(password, true)],
  ])('starts a build with parameters for %s, which is found by its place in the queue', async (_, open) => {
    const client = open();
    const queued = await client.job.build({ name: 'web/deploy', parameters: { TARGET: 'prod' } });
    const item = await client.queue.item(queued);
    expect(item.executable).toMatchObject({ number: 1 });
    const build = await client.build.get('web/deploy', 1);
    expect(build).toMatchObject({ number: 1, building: true, result: null, queueId: queued });
    expect(JSON.stringify(build.actions)).toContain('"value":"prod"');
  });

  it('prints a log in pieces, and stops', async () => {
    const client = clientOf();
    await client.job.build('shop');
    const [build] = fake.farm.jobs.get('shop')?.builds ?? [];
    const first = await client.build.log({ name: 'shop', number: 1, start: 0, meta: true });
    expect(first).toMatchObject({ text: 'Started by user ops\n', more: true });
    await client.build.stop('shop', 1);
    const second = await client.build.log({ name: 'shop', number: 1, start: first.size, meta: true });
    expect([second.text, second.more, build?.result]).toEqual(['Finished: ABORTED\n', false, 'ABORTED']);
  });

  it('lists jobs, says what one is, and has none that is not there', async () => {
    const client = clientOf();
    expect((await client.job.list()).map((job) => job.name)).toEqual(['shop', 'web']);
    expect(await client.job.get('web/deploy')).toMatchObject({ fullName: 'web/deploy', buildable: true });
    expect([await client.job.exists('shop'), await client.job.exists('nowhere')]).toEqual([true, false]);
  });

  it('takes a build out of its queue', async () => {
    const client = clientOf();
    for (const agent of fake.farm.agents) agent.executors = 0;
    const queued = await client.job.build('shop');
    expect((await client.queue.list()).map((item) => item.id)).toEqual([queued]);
    await client.queue.cancel(queued);
    expect(await client.queue.item(queued)).toMatchObject({ cancelled: true });
  });

  it('lets nobody in with a wrong token', async () => {
    await expect(clientOf('wrong').job.list()).rejects.toThrow('unauthorized');
  });
});
