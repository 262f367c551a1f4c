// Words that a sentence has and a line of words and options has not.
const sentenceWords = new Set(
  (
    'a am an and any anyone are at be because been but can could did do does for from had has have he hello hey hi how i ' +
    'if in is it its just me my no not of ok on or our please she should so still thank thanks that the their them ' +
    'then there they this to us was we were what when where which who why will with would yes you your'
  ).split(' '),
);

const punctuated = /\p{L}[,:?!.…]+$|\p{L}'\p{L}{1,2}$|^[:;]-?[()DP/|]$/u;

/** Whether words read like a sentence rather than like a line for a program. */
export function looksLikeTalk(words: readonly string[]): boolean {
  return words.some((word) => punctuated.test(word) || sentenceWords.has(word.toLowerCase()));
}
