/** What a person fills in to make a line: one field an argument and option of a command. */
export interface Form {
  command: string;
  summary: string;
  description?: string;
  fields: readonly FormField[];
  /** Options that are secret: they are no fields, and have no place in a line that others read. */
  secrets: readonly { name: string; required: boolean }[];
  /** Options of every command that were typed, such as `--dry-run`: they belong to the line. */
  globals: readonly string[];
}

export interface FormField {
  /** As declared: `environment`, `ref`. */
  name: string;
  kind: 'argument' | 'option';
  /** What stands above it. @default the name, as it is typed */
  label?: string;
  summary: string;
  /** `prose` is text of several lines. */
  type: 'text' | 'prose' | 'number' | 'integer' | 'duration' | 'date' | 'boolean';
  required: boolean;
  /** Takes several values. */
  variadic: boolean;
  choices?: readonly string[];
  /** What stands in it at first: what was typed, else the default. `true` for a boolean that is set. */
  values: readonly string[];
}

/**
 * What a command found out that a line needs, besides what it declares: `details: { form: [ … ] }` of its refusal. The
 * form that is offered then has a field for each, and its value becomes that option's.
 */
export interface FoundField {
  option: string;
  /** With it the option, which may be given several times, is told `key=value`: `--field Team=Shop`. */
  key?: string;
  summary: string;
  /** A number may have a fraction. */
  type: 'text' | 'prose' | 'number' | 'date';
  required: boolean;
  variadic: boolean;
  choices?: readonly string[];
  /** What was typed, as far as the command understood it. */
  values: readonly string[];
}

/** By a field's name, as typed; a boolean that is set has `true`. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** The line's words, or what is wrong with which field. */
export type FilledForm = { argv: string[] } | { faults: Record<string, string> };
