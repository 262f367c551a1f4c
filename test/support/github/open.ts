import { expect, onTestFinished } from 'vitest';
import { type FakeGitHub, startGithub, tokens } from '../../../src/sandbox/github/github.ts';
import { openContract } from './contract.ts';

const dispatched = `name: Release
on:
  workflow_dispatch:
    inputs:
      target: { type: choice, options: [dev, uat, prod], description: where to }
      commit: { required: true }
      dry: { type: boolean, default: false }
      copies: { type: number, default: 2 }
      place: { type: environment }
jobs: {}
`;

/** The part of a configuration that names that GitHub. */
export const githubConfig = ({ url }: Pick<FakeGitHub, 'url'>, repositories = ['acme/shop']): string =>
  `github: { url: '${url}', token: '\${env:GITHUB_TOKEN}', repositories: [${repositories.join(', ')}] }\n`;

/** A GitHub with a workflow that releases, whose token the environment has, until the test ends. */
export async function openForge(): Promise<FakeGitHub & { shop: ReturnType<FakeGitHub['forge']['add']> }> {
  const github = await startGithub({ judge: await openContract() });
  const before = process.env['GITHUB_TOKEN'];
  process.env['GITHUB_TOKEN'] = tokens.ops;
  onTestFinished(async () => {
    if (before === undefined) delete process.env['GITHUB_TOKEN'];
    else process.env['GITHUB_TOKEN'] = before;
    await github[Symbol.asyncDispose]();
    expect(github.broken).toEqual([]);
  });
  const shop = github.forge.add('acme/shop');
  shop.environments.push('uat', 'prod');
  github.forge.workflow(shop, 'release.yml', dispatched);
  github.forge.workflow(shop, 'ci.yaml', 'on: [push]\njobs: {}\n');
  return Object.assign(github, { shop });
}
