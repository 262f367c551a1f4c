/** What to ask for to get the page after this one; undefined behind the last. */
export function nextPage(link: string | null): Record<string, string> | undefined {
  const [, address] = /<([^>]+)>;[^,]*\brel="next"/.exec(link ?? '') ?? [];
  const url = address === undefined ? null : URL.parse(address);
  // The address itself may be of another host, and nobody else gets the token.
  return url === null ? undefined : Object.fromEntries(url.searchParams);
}
