import { complaint, SlackError } from '../../state/errors.ts';
import type { Json } from '../../state/model.ts';
import { isRecord } from '../../state/record.ts';
import type { ViewDefinition } from '../../state/views.ts';
import { checkBlocks } from './check.ts';
import { plainText, type } from './composition.ts';
import type { Check, Field, Report } from './rules.ts';
import { anything, boolean, object, optional, required, string } from './rules.ts';

const largest = 250 * 1024;

const shared: Readonly<Record<string, Field>> = {
  type,
  blocks: required(anything),
  private_metadata: optional(string({ min: 0, max: 3000 })),
  callback_id: optional(string({ min: 0, max: 255 })),
  external_id: optional(string({ min: 0, max: 255 })),
};

const word = plainText(24);

const kinds: Readonly<Record<ViewDefinition['type'], Check>> = {
  modal: object({
    ...shared,
    title: required(word),
    submit: optional(word),
    close: optional(word),
    clear_on_close: optional(boolean),
    notify_on_close: optional(boolean),
  }),
  home: object(shared),
};

/** A person who fills in something has to be able to send it. */
function checkSubmit(view: Json, report: Report): void {
  if (view['type'] !== 'modal' || view['submit'] !== undefined) return;
  for (const [at, block] of (view['blocks'] as Json[]).entries()) {
    if (block['type'] === 'input') {
      report('must define `submit` to use an `input` block in modals', `/view/blocks/${at}/input`);
    }
  }
}

const nothing = (value: unknown): boolean => value === null || value === undefined;

/** What Slack would complain about in a view of this kind; nothing, when it is right. */
export function checkView(value: unknown, kind: ViewDefinition['type']): string[] {
  const complaints: string[] = [];
  const report: Report = (what, at) => void complaints.push(`${what} [json-pointer:${at}]`);
  if (!isRecord(value)) return ['must provide an object [json-pointer:/view]'];
  if (value['type'] === undefined) report('missing required field: type', '/view');
  else if (value['type'] !== kind) report(`unsupported type: ${value['type']}`, '/view/type');
  kinds[kind](value, '/view', report);
  if (value['blocks'] !== undefined) complaints.push(...checkBlocks(value['blocks'], kind, '/view/blocks'));
  if (complaints.length > 0)
    return [...new Set(['failed to match all allowed schemas [json-pointer:/view]', ...complaints])];
  checkSubmit(value, report);
  return complaints;
}

/** A view that Slack would take. What is null counts as absent. */
export function readView(value: unknown, kind: ViewDefinition['type']): ViewDefinition {
  const given = isRecord(value)
    ? Object.fromEntries(Object.entries(value).filter(([, field]) => !nothing(field)))
    : value;
  const complaints = checkView(given, kind);
  if (complaints.length > 0) throw complaint('invalid_arguments', complaints);
  if (Buffer.byteLength(JSON.stringify(given)) > largest) throw new SlackError('view_too_large');
  return given as unknown as ViewDefinition;
}
