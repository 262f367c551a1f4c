export { type Command, defineCommand, type Example } from './command/define.ts';
export {
  type Block,
  code,
  fields,
  file,
  type Inline,
  image,
  link,
  linked,
  list,
  type Span,
  type Style,
  styled,
  table,
  text,
} from './context/blocks.ts';
export type { Context, Output, RunJournal, Version } from './context/context.ts';
export { exitCodes, OpsError, type Outcome } from './context/errors.ts';
