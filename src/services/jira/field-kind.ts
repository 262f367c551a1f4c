import type { TicketField } from '../../context/tickets.ts';
import type { FieldAnswer } from './shapes.ts';

/** A field of a form of Jira, as what can be said of it in words. */
export function readField(id: string, field: FieldAnswer): TicketField {
  const choices = (field.allowedValues ?? []).map(choiceOf).filter((one) => one !== undefined);
  const isChoice = field.allowedValues != null && choices.length > 0;
  return {
    ...{ id, name: field.name, isRequired: field.required, hasDefault: field.hasDefaultValue ?? false },
    kind: kindOf(field, isChoice),
    choices: isChoice ? choices.map(({ name }) => name) : undefined,
    ...(isChoice ? { ids: choices.map(({ id: own }) => own) } : {}),
  };
}

const kinds: Readonly<Record<string, TicketField['kind']>> = {
  number: 'number',
  date: 'date',
  datetime: 'time',
  user: 'account',
};

function kindOf({ schema }: FieldAnswer, isChoice: boolean): TicketField['kind'] {
  const { type, items, custom, system } = schema ?? {};
  if (type === 'array') {
    if (isChoice) return 'choices';
    return items === 'user' ? 'accounts' : items === 'string' ? 'words' : 'other';
  }
  if (isChoice) return 'choice';
  if (type !== 'string') return kinds[type ?? ''] ?? 'other';
  const isLong = custom?.endsWith(':textarea') === true || system === 'description' || system === 'environment';
  return isLong ? 'prose' : 'text';
}

/** What people see of it is its name, or its value. */
function choiceOf(choice: unknown): { id: string; name: string } | undefined {
  if (typeof choice === 'string') return { id: '', name: choice };
  if (typeof choice !== 'object' || choice === null) return undefined;
  const { id, name, value } = choice as Record<string, unknown>;
  const shown = typeof name === 'string' ? name : value;
  return typeof shown === 'string' ? { id: typeof id === 'string' ? id : '', name: shown } : undefined;
}
