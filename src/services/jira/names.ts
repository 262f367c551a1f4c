import * as v from 'valibot';
import type { Bounded } from '../../context/builds.ts';
import type { Account, Project } from '../../context/tickets.ts';
import { type Jira, need } from './ask.ts';
import { readAccount } from './read.ts';
import { pageOf, personShape, projectShape } from './shapes.ts';

/** Jira Server has all projects in one list, Jira Cloud has them page by page. */
export async function listProjects(search: string | undefined, most: number, jira: Jira): Promise<Bounded<Project>> {
  const words = (search ?? '').toLowerCase();
  const found = jira.edition === 'cloud' ? await ofCloud(words, most, jira) : await ofServer(words, jira);
  const begins = ({ key, name }: Project): boolean => [key, name].some((one) => one.toLowerCase().startsWith(words));
  const sorted = found.items.toSorted((one, other) => Number(begins(other)) - Number(begins(one)));
  return { items: sorted.slice(0, most), hasMore: found.hasMore || sorted.length > most };
}

async function ofCloud(words: string, most: number, jira: Jira): Promise<Bounded<Project>> {
  const query = { maxResults: Math.min(most, 100), ...(words === '' ? {} : { query: words }) };
  const { values, isLast } = need(await jira.find('/project/search', pageOf(projectShape), { query }), 'projects');
  return { items: values, hasMore: isLast === false };
}

async function ofServer(words: string, jira: Jira): Promise<Bounded<Project>> {
  const all = need(await jira.find('/project', v.array(projectShape)), 'projects');
  return { items: all.filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(words)), hasMore: false };
}

export async function listAccounts(search: string, most: number, jira: Jira): Promise<Account[]> {
  if (search.trim() === '') return [];
  const query = { [jira.edition === 'cloud' ? 'query' : 'username']: search, maxResults: most };
  const found = need(await jira.find('/user/search', v.array(personShape), { query }), 'people');
  return found.map(readAccount).filter(({ isActive }) => isActive);
}

export async function findOwner(jira: Jira): Promise<Account> {
  return readAccount(need(await jira.find('/myself', personShape), 'owner of the token'));
}
