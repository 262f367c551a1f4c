import { formatLine, nearest, OpsError, type State, type Transition } from '../../src/index.ts';

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** `Start work → In Progress` */
export const moveWords = ({ name, to }: Transition): string => (same(name, to.name) ? name : `${name} → ${to.name}`);

/** The move that these words name: by what it is called, else by where it leads. Undefined where it is there already. */
export function chooseMove(
  typed: string,
  key: string,
  state: State,
  moves: readonly Transition[],
): Transition | undefined {
  const called = moves.filter(({ name }) => same(name, typed));
  const leading = moves.filter(({ to }) => same(to.name, typed));
  const [found, second] = called.length > 0 ? called : leading;
  if (found !== undefined && (second === undefined || called.length > 0)) return found;
  if (found === undefined && same(state.name, typed)) return undefined;
  if (second !== undefined) {
    throw new OpsError(
      'usage',
      `several moves of ${key} lead to ${second.to.name}: ${leading.map((one) => one.name).join(', ')}`,
      {
        hint: formatLine(['jira-move', key, leading[0]?.name ?? '']),
      },
    );
  }
  throw unknownMove(typed, key, state, moves);
}

function unknownMove(typed: string, key: string, state: State, moves: readonly Transition[]): OpsError {
  if (moves.length === 0) {
    return new OpsError('failed', `${key} is ${state.name}, and cannot be moved from there by the owner of the token`);
  }
  const [near] = nearest(typed, [...moves.map(({ name }) => name), ...moves.map(({ to }) => to.name)], 1);
  return new OpsError('usage', `${key} is ${state.name}, from where no move is called "${typed}" or leads there`, {
    hint: `${near === undefined ? '' : `did you mean ${near}? `}it can: ${moves.map(moveWords).join(', ')}`,
  });
}

/** The move that leads to the first of these states; undefined where it is in one of them. */
export function chooseStart(
  states: readonly string[],
  key: string,
  state: State,
  moves: readonly Transition[],
): Transition | undefined {
  if (states.some((name) => same(name, state.name))) return undefined;
  for (const name of states) {
    const found = moves.find(({ to }) => same(to.name, name)) ?? moves.find((one) => same(one.name, name));
    if (found !== undefined) return found;
  }
  const can = moves.length === 0 ? 'nowhere' : moves.map(moveWords).join(', ');
  const [first] = moves;
  throw new OpsError(
    'failed',
    `${key} is ${state.name}, from where it cannot go to ${states.join(' or ')}: it can go ${can}`,
    {
      hint:
        first === undefined
          ? 'ops config shows jira.inProgress'
          : `${formatLine(['jira-move', key, first.name])}, or change jira.inProgress`,
    },
  );
}
