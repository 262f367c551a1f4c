import type { JiraEdition } from '../../context/config-systems.ts';
import type { Written } from '../../context/tickets.ts';
import { type Prose, readAdf, readWiki, writeAdf, writeWiki } from './adf.ts';

/** Jira Cloud has documents, Jira Server has texts in markup. */
export const readProse = (body: unknown): Prose => (typeof body === 'string' ? readWiki(body) : readAdf(body));

export const writeProse = (written: Written, edition: JiraEdition): unknown =>
  edition === 'cloud' ? writeAdf(written) : writeWiki(written);
