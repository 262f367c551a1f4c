import type { Person, TransitionDefinition } from './shapes.ts';
import type { Issue } from './site.ts';

/** What somebody is offered. */
export const mayDo = ({ project, status }: Issue, { id }: Person): TransitionDefinition[] =>
  project.transitions.filter(
    ({ from, only }) => (from === undefined || from.includes(status.name)) && (only === undefined || only.includes(id)),
  );
