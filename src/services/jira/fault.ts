/** What Jira says was wrong, in a body of an error, as one line; empty where it says nothing. */
export function readFault(body: string, headers?: Headers): string {
  if (/captcha/i.test(headers?.get('x-authentication-denied-reason') ?? ''))
    return 'it wants whoever owns the token to sign in with a browser once, with a CAPTCHA';
  const { errorMessages, errors, message } = parse(body);
  const said = [
    ...(Array.isArray(errorMessages) ? errorMessages : []),
    ...Object.values(typeof errors === 'object' && errors !== null ? errors : {}),
    message,
  ];
  const words = said.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
  return words.map((one) => one.replaceAll(/\s+/g, ' ').trim()).join('; ');
}

/** The same, by the ids of the fields that it is about. */
export function readFieldFaults(body: string): Readonly<Record<string, string>> {
  const { errors } = parse(body);
  const entries = Object.entries(typeof errors === 'object' && errors !== null ? errors : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

interface Fault {
  errorMessages?: unknown;
  errors?: unknown;
  message?: unknown;
}

function parse(body: string): Fault {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
