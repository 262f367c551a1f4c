import type { JiraEdition } from '../../context/config-systems.ts';
import type { Written } from '../../context/tickets.ts';
import { adfMentions } from './adf-mentions.ts';
import { adfText } from './adf-read.ts';
import { writeAdf } from './adf-write.ts';
import { wikiMentions } from './wiki-mentions.ts';
import { wikiText } from './wiki-read.ts';
import { writeWiki } from './wiki-write.ts';

/** What somebody wrote, as text, and whom they mention: by the ids of their accounts. */
export interface Prose {
  text: string;
  mentions: readonly string[];
}

/** Jira Cloud has documents; Jira Server has texts in markup, which the Cloud sends in places. */
export const readProse = (body: unknown): Prose =>
  typeof body === 'string'
    ? { text: wikiText(body), mentions: wikiMentions(body) }
    : { text: adfText(body), mentions: adfMentions(body) };

export const writeProse = (written: Written, edition: JiraEdition): unknown =>
  edition === 'cloud' ? writeAdf(written) : writeWiki(written);
