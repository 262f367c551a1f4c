/** What is known to be secret by its shape alone, whoever made it. */
export interface SecretPattern {
  /** As in "this looks like a Slack token". */
  what: string;
  /** How every match begins, in at least four characters: what is looked for first. */
  begins: readonly string[];
  /** The whole from there, sticky. A group `secret` at its end is what is masked; without one, all of it is. */
  shape: RegExp;
  /** Where its shape is written down. */
  page: string;
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const after = (head: string, tails: Iterable<string>): string[] => [...tails].map((tail) => `${head}${tail}`);

/** A base64 of `{"` and a small letter begins so. */
const jsonObjects = after('eyJ', 'hijklmnopqrstuvwxyz0123456');

export const secretPatterns: readonly SecretPattern[] = [
  {
    what: 'a Slack token',
    begins: ['xoxa-', 'xoxb-', 'xoxc-', 'xoxe-', 'xoxe.', 'xoxo-', 'xoxp-', 'xoxr-', 'xoxs-'],
    shape: /(?<![A-Za-z0-9])(?:xoxe\.)?xox[abceoprs]-(?:\d+-)+[A-Za-z0-9]{10,}/y,
    page: 'https://docs.slack.dev/authentication/tokens',
  },
  {
    what: 'a Slack app token',
    begins: ['xapp-'],
    shape: /(?<![A-Za-z0-9])xapp-\d-[A-Z0-9]+-\d+-[A-Za-z0-9]{20,}/y,
    page: 'https://docs.slack.dev/authentication/tokens#app-level',
  },
  {
    what: 'the address of a Slack webhook',
    begins: ['hooks.slack.com/'],
    shape:
      /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[TE][A-Z0-9]+\/[A-Za-z0-9]+\/[A-Za-z0-9/]{16,})/y,
    page: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
  },
  {
    what: 'an AWS access key',
    begins: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
    shape: /(?<![A-Za-z0-9+/])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9+/=])/y,
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids',
  },
  {
    what: 'an AWS secret key',
    begins: ['ecret_access_key', 'ecretAccessKey', 'ECRET_ACCESS_KEY'],
    shape: /ecret_?access_?key\\?["']?\s*[:=]\s*\\?["']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/iy,
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  },
  {
    what: 'an AWS session token',
    begins: ['ession_token', 'essionToken', 'ESSION_TOKEN'],
    shape: /ession_?token\\?["']?\s*[:=]\s*\\?["']?(?<secret>[A-Za-z0-9/+]{100,}={0,2})/iy,
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
  },
  {
    what: 'a GitHub token',
    begins: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    shape: /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9_.-]{36,}/y,
    page: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
  },
  {
    what: 'a GitHub token',
    begins: ['github_pat_'],
    shape: /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{22,}/y,
    page: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
  },
  {
    what: 'a GitLab token',
    begins: after('gl', [
      'pat-',
      'oas-',
      'dt-',
      'rt-',
      'rtr-',
      'cbt-',
      'ptt-',
      'ft-',
      'imt-',
      'agent-',
      'soat-',
      'ffct-',
    ]),
    shape: /(?<![A-Za-z0-9])gl(?:pat|oas|dt|rtr?|cbt|ptt|ft|imt|agent|soat|ffct)-[\w-]{20,}(?:\.[\w-]+)*/y,
    page: 'https://docs.gitlab.com/security/tokens/#token-prefixes',
  },
  {
    what: 'a Google API key',
    begins: ['AIza'],
    shape: /(?<![\w+/-])AIza[\w-]{35}(?![\w+/=-])/y,
    page: 'https://docs.cloud.google.com/docs/authentication/api-keys',
  },
  {
    what: 'a Google token',
    begins: ['ya29.', 'GOCSPX-'],
    shape: /(?<![A-Za-z0-9])(?:ya29\.[\w-]{20,}|GOCSPX-[\w-]{28})/y,
    page: 'https://developers.google.com/identity/protocols/oauth2#size',
  },
  {
    what: 'a Stripe key',
    begins: ['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_', 'whsec_'],
    shape: /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/]{32,}={0,2})/y,
    page: 'https://docs.stripe.com/keys',
  },
  {
    what: 'an npm token',
    begins: ['npm_'],
    shape: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/y,
    page: 'https://docs.npmjs.com/about-access-tokens',
  },
  {
    what: 'a PyPI token',
    begins: ['pypi-AgE'],
    shape: /(?<![A-Za-z0-9])pypi-AgE[\w-]{50,}/y,
    page: 'https://pypi.org/help/#apitoken',
  },
  {
    what: 'a Docker Hub token',
    begins: ['dckr_'],
    shape: /(?<![A-Za-z0-9])dckr_(?:pat|oat)_[\w-]{27,}/y,
    page: 'https://docs.docker.com/security/access-tokens/',
  },
  {
    what: 'a Vault token',
    begins: ['hvs.', 'hvb.', 'hvr.'],
    shape: /(?<![A-Za-z0-9])hv[sbr]\.[\w-]{24,}/y,
    page: 'https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes',
  },
  {
    what: 'a Grafana token',
    begins: ['glsa_', 'glc_ey'],
    shape: /(?<![A-Za-z0-9])(?:glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}|glc_ey[\w+/-]{32,}={0,2})/y,
    page: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
  },
  {
    what: 'an Atlassian token',
    begins: ['ATATT3', 'ATCTT3'],
    shape: /(?<![A-Za-z0-9])AT[AC]TT3[\w-]{60,}(?:=[A-F0-9]{8})?/y,
    page: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  },
  {
    what: 'the key of an Azure account',
    begins: ['ccountKey=', 'ccessKey='],
    shape: /cc(?:ount|ess)Key=(?<secret>[A-Za-z0-9+/]{43,86}={1,2})/y,
    page: 'https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string',
  },
  {
    what: 'a JSON web token',
    begins: jsonObjects,
    shape: /(?<![\w+/-])eyJ[\w-]{10,}\.[\w-]*\.[\w-]{6,}(?:\.[\w-]+){0,2}/y,
    page: 'https://www.rfc-editor.org/rfc/rfc7519#section-3.1',
  },
  {
    what: 'a bearer token',
    begins: ['Bearer ', 'bearer ', 'BEARER '],
    shape: /(?<![A-Za-z0-9])bearer +(?<secret>(?=[a-z~+/._-]*\d)[\w.~+/-]{16,}=*)/iy,
    page: 'https://www.rfc-editor.org/rfc/rfc6750#section-2.1',
  },
  {
    what: 'a name with its password',
    begins: ['Basic ', 'basic '],
    shape: /(?<=authorization\\?["']? *[:=] *\\?["']?)basic +(?<secret>[A-Za-z0-9+/]{4,}={0,2})(?![\w+/=])/iy,
    page: 'https://www.rfc-editor.org/rfc/rfc7617#section-2',
  },
  {
    what: 'an address with a password',
    begins: [...letters].map((letter) => `${letter}://`),
    shape: /[a-z0-9]:\/\/[^\s/?#@:"'<>[\]]*:(?<secret>[^\s/?#"'<>]+)(?=@)/y,
    page: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  },
];

/** Its lines are masked, whatever it is a key for: https://www.rfc-editor.org/rfc/rfc7468#section-2 */
export const privateKey = 'a private key';
