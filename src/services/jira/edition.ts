import type { JiraEdition } from '../../context/config-systems.ts';

/** Atlassian's own hosts have nothing but the Cloud's. */
export function editionAt(url: string): JiraEdition {
  return /(?:^|\.)atlassian\.(?:net|com)$/.test(new URL(url).hostname) ? 'cloud' : 'server';
}
