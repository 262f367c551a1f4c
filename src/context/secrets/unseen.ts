/** What surfaces leave out, or nobody sees. */
const unseen = /[\0\p{Default_Ignorable_Code_Point}]/u;
const everyUnseen = new RegExp(unseen, 'gu');

export const withoutUnseen = (text: string): string => (unseen.test(text) ? text.replace(everyUnseen, '') : text);
