import type { Problem } from './problem.js';

/** Problems of one cause, the first of which speaks for all. */
export interface ProblemGroup {
  readonly first: Problem;
  readonly others: readonly Problem[];
}

/** One cause is one line: problems that say the same of different cells. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, { first: Problem; others: Problem[] }>();
  for (const problem of problems) {
    const cause = causeOf(problem);
    const known = groups.get(cause);
    if (known) known.others.push(problem);
    else groups.set(cause, { first: problem, others: [] });
  }
  return [...groups.values()];
}

/** What a message says behind the name and the place of its cell. */
function causeOf({ code, severity, message, cell, at }: Problem): string {
  if (cell === undefined) return message;
  const start = at === undefined ? -1 : message.indexOf(`（${at}）：`);
  const said = start < 0 ? message : message.slice(start + at!.length + 3);
  return [code, severity, said].join('|');
}

/** The places of the others, as many as a person reads. */
export function otherPlaces({ others }: ProblemGroup): string {
  if (others.length === 0) return '';
  const places = others.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const shown = places.slice(0, shownPlaces).join('、');
  const rest = shown === '' ? '' : `：${shown}${others.length > shownPlaces ? '等' : ''}`;
  return `（同样的还有 ${others.length} 处${rest}）`;
}

const shownPlaces = 5;
