import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../src/command/script-header.ts';
import { readInputs, readParameters, takesEnvironment } from '../../../../src/services/github/workflow.ts';

const inputsOf = async (text: string) => readInputs(await parseYaml(text, 'release.yml'));

describe('a workflow', () => {
  it.each([
    ['on: workflow_dispatch', {}],
    ['on: [push, workflow_dispatch]', {}],
    ['on: { push: , workflow_dispatch: }', {}],
    ['on: { workflow_dispatch: { inputs: { a: } } }', { a: null }],
    ['"true": { workflow_dispatch: { inputs: { a: } } }', { a: null }],
    ['on: push', undefined],
    ['on: [push]', undefined],
    ['on: { push: { branches: [workflow_dispatch] } }', undefined],
    ['jobs: {}', undefined],
    ['- a', undefined],
  ])('%j is started by hand with %j', async (text, inputs) => {
    expect(await inputsOf(text)).toEqual(inputs);
  });

  it.each([
    ['{}', { type: 'text', choices: undefined, default: undefined, isRequired: false }],
    ['{ required: true }', { type: 'text', isRequired: true }],
    ['{ required: true, default: x }', { default: 'x', isRequired: false }],
    ['{ type: boolean, required: true }', { type: 'boolean', choices: ['true', 'false'], isRequired: false }],
    ['{ type: boolean, default: false }', { default: 'false' }],
    ['{ type: number, default: 1.5 }', { type: 'number', default: '1.5' }],
    ['{ type: choice, options: [a, 2, 日本] }', { type: 'choice', choices: ['a', '2', '日本'] }],
    ['{ type: environment, required: true }', { type: 'choice', choices: ['uat'], isRequired: true }],
    ['{ type: odd }', { type: 'other' }],
    ['{ description: where to }', { summary: 'where to' }],
  ])('takes what its input %s says', async (input, expected) => {
    const inputs = (await inputsOf(`on: { workflow_dispatch: { inputs: { größe: ${input} } } }`)) ?? {};
    expect(readParameters(inputs, ['uat'])).toEqual([expect.objectContaining({ name: 'größe', ...expected })]);
  });

  it('takes any text for an environment, where those are not known', () => {
    const inputs = { place: { type: 'environment' }, other: {} };
    expect([takesEnvironment(inputs), takesEnvironment({ other: {} })]).toEqual([true, false]);
    expect(readParameters(inputs, undefined)[0]).toMatchObject({ type: 'text', choices: undefined });
  });
});
