/** A login as the name of a person. */
export function personName(login: string): string {
  const name = login
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return ['', 'admin', 'everyone', 'strangers', 'stranger'].includes(name) ? 'me' : name;
}
