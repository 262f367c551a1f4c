import { adfMentions } from './adf-mentions.ts';
import { adfText } from './adf-read.ts';
import { wikiMentions } from './wiki-mentions.ts';
import { wikiText } from './wiki-read.ts';

export { writeAdf } from './adf-write.ts';
export { writeWiki } from './wiki-write.ts';

/** What somebody wrote, as text, and whom they mention: by the ids of their accounts. */
export interface Prose {
  text: string;
  mentions: readonly string[];
}

/** A document of Jira Cloud. */
export const readAdf = (document: unknown): Prose => ({ text: adfText(document), mentions: adfMentions(document) });

/** Markup of Jira Server, which Jira Cloud sends in places. */
export const readWiki = (markup: string): Prose => ({ text: wikiText(markup), mentions: wikiMentions(markup) });
