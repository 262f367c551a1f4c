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
  summary: string;
  type: 'text' | 'integer' | 'duration' | 'date' | 'boolean';
  required: boolean;
  /** Takes several values. */
  variadic: boolean;
  choices?: readonly string[];
  /** What stands in it at first: what was typed, else the default. `true` for a boolean that is set. */
  values: readonly string[];
}

/** By a field's name, as typed; a boolean that is set has `true`. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** The line's words, or what is wrong with which field. */
export type FilledForm = { argv: string[] } | { faults: Record<string, string> };
