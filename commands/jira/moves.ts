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
  const found = called.length > 0 ? called : moves.filter(({ to }) => same(to.name, typed));
  // Many workflows lead from each state to itself, too.
  if (same(state.name, typed) && found.every(({ to }) => same(to.name, state.name))) return undefined;
  const [move, second] = found;
  if (move === undefined) throw unknownMove(typed, key, state, moves);
  if (second === undefined) return move;
  throw called.length > 0 ? sameName(key, called) : sameEnd(key, found);
}

const sameEnd = (key: string, [first, ...others]: readonly Transition[]): OpsError =>
  new OpsError(
    'usage',
    `several moves of ${key} lead to ${first?.to.name}: ${[first, ...others].map((one) => one?.name).join(', ')}`,
    { hint: formatLine(['jira-move', key, first?.name ?? '']) },
  );

const sameName = (key: string, moves: readonly Transition[]): OpsError =>
  new OpsError('usage', `several moves of ${key} are called ${moves[0]?.name}: ${moves.map(moveWords).join(', ')}`, {
    hint: formatLine(['jira-move', key, moves[0]?.to.name ?? '']),
  });

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
