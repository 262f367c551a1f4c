import { verbatimParts } from './wiki-read.ts';

const mention = /(?<!\\)\[~(?:accountid:)?([^\]\n|]{1,300})\]/g;

/** Who is mentioned in markup, each once: account ids of Jira Cloud, user names of Jira Server. */
export function wikiMentions(markup: string): string[] {
  const found = verbatimParts(markup).flatMap((part) =>
    'code' in part ? [] : Array.from(part.text.matchAll(mention), ([, account = '']) => account),
  );
  return [...new Set(found)];
}
