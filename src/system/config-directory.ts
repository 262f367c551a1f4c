import type { Config, LdapConfig } from '../context/config.ts';
import { isWithin, normalDn } from '../context/dn.ts';

/** Faults between a directory and the roles that are looked up in it. */
export function directoryProblems({ ldap, roles }: Config): string[] {
  const named = Object.entries(roles).flatMap(([role, sources]) => {
    const groups = Array.isArray(sources) ? [] : (sources.ldap ?? []);
    return groups.map((dn) => ({ key: `roles.${role}.ldap`, dn }));
  });
  if (ldap === undefined)
    return named.map(({ key }) => `${key}: expected "ldap" to say where the directory is, got nothing`);
  const base = normalDn(ldap.groups.base) ?? '';
  const outside = named.filter(({ dn }) => !isWithin(normalDn(dn) ?? '', base));
  return [
    ...outside.map(
      ({ key, dn }) => `${key}: expected a group below ${ldap.groups.base}, which ldap.groups.base is, got "${dn}"`,
    ),
    ...openProblems(ldap),
  ];
}

/** Whoever reads the password on its way may ask the directory all that `ops` may; whoever changes the answer, has any role. */
function openProblems({ url, startTls }: LdapConfig): string[] {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'ldaps:') {
    return startTls ? ['ldap.startTls: expected false, since ldaps is encrypted from the beginning, got true'] : [];
  }
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return startTls || isHere ? [] : [`ldap.url: expected ldaps, or startTls: true beside it, got "${url}" without`];
}
