/** How well a name answers a query, lower is better; undefined when it does not. */
function rank(name: string, query: string): number | undefined {
  const [text, wanted] = [name.toLowerCase(), query.trim().toLowerCase()];
  if (wanted === '') return 1;
  if (text === wanted) return 0;
  if (text.startsWith(wanted)) return 1;
  if (text.split(/[\s._-]+/u).some((word) => word.startsWith(wanted))) return 2;
  if (text.includes(wanted)) return 3;
  return isSpread(text, wanted) ? 4 : undefined;
}

/** The letters in their order, with others between. */
function isSpread(text: string, wanted: string): boolean {
  let from = 0;
  for (const letter of wanted) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}

/** The items whose name answers the query, the best first, else in the order that they came in. */
export function matching<Item>(items: readonly Item[], query: string, nameOf: (item: Item) => string): Item[] {
  return items
    .flatMap((item) => {
      const found = rank(nameOf(item), query);
      return found === undefined ? [] : [{ item, found }];
    })
    .sort((one, other) => one.found - other.found)
    .map(({ item }) => item);
}
