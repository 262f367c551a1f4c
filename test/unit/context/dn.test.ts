import { describe, expect, it } from 'vitest';
import { isWithin, normalDn } from '../../../src/context/dn.ts';

describe('a distinguished name', () => {
  it.each([
    ['CN=Admins , OU=Groups,DC=Example,DC=com', 'cn=admins,ou=groups,dc=example,dc=com'],
    ['cn=admins;ou=groups', 'cn=admins,ou=groups'],
    ['cn="Smith, John",o=x', 'cn=Smith\\, John,o=x'],
    ['cn=Smith\\2C John,o=x', 'cn=smith\\, john,o=x'],
    ['cn=zo\\C3\\AB,o=x', 'cn=ZOË,o=x'],
    ['cn=zoe\u0308,o=x', 'cn=zoë,o=x'],
    ['cn=two   words,o=x', 'cn=two words,o=x'],
    ['uid=1+cn=a,o=x', 'CN=A+UID=1,o=x'],
    ['cn=a\\\\,o=x', 'cn=a\\5c,o=x'],
  ])('%s is %s', (one, other) => {
    expect(normalDn(one)).toBe(normalDn(other));
    expect(normalDn(one)).toBeDefined();
  });

  it.each([
    ['cn=a,o=x', 'cn=a\\,o=x'],
    ['cn=a,o=x', 'cn=a b,o=x'],
    ['cn=a,o=x', 'cn=а,o=x'],
    ['cn=ａ,o=x', 'cn=a,o=x'],
    ['cn=a,o=x', 'o=x,cn=a'],
    ['cn=a+uid=1,o=x', 'cn=a,uid=1,o=x'],
    ['cn=a\\ ,o=x', 'cn=a,o=x'],
    ['cn=a,o=x', 'uid=a,o=x'],
  ])('%s is not %s', (one, other) => {
    expect(normalDn(one)).not.toBe(normalDn(other));
  });

  it.each(['', ' ', 'admins', 'cn=', 'cn=a,', ',cn=a', 'cn=a,,o=x', 'cn="a,o=x', '@admins', 'c n=a'])(
    '"%s" is none',
    (text) => {
      expect(normalDn(text)).toBeUndefined();
    },
  );

  it.each([
    ['cn=a,ou=groups,dc=x', 'ou=groups,dc=x', true],
    ['ou=groups,dc=x', 'ou=groups,dc=x', true],
    ['cn=a,ou=moregroups,dc=x', 'ou=groups,dc=x', false],
    ['cn=a\\,ou=groups,dc=x', 'ou=groups,dc=x', false],
  ])('%s stands below %s: %s', (dn, base, is) => {
    expect(isWithin(normalDn(dn) ?? '', normalDn(base) ?? '')).toBe(is);
  });
});
