/** What is said of a file or of one of its cells, as far as its cause is told by it. */
interface Told {
  readonly code: string;
  readonly severity: string;
  readonly cell?: string;
  readonly at?: string;
  readonly message: string;
}

/** Problems of one cause, the first of which speaks for all. */
export interface ProblemGroup<P extends Told> {
  readonly first: P;
  readonly others: readonly P[];
}

/** One cause is one line: problems that say the same of different cells. */
export function groupProblems<P extends Told>(problems: readonly P[]): ProblemGroup<P>[] {
  const groups = new Map<string, { first: P; others: P[] }>();
  for (const problem of problems) {
    const cause = causeOf(problem);
    const known = groups.get(cause);
    if (known) known.others.push(problem);
    else groups.set(cause, { first: problem, others: [] });
  }
  return [...groups.values()];
}

/** What a message says behind the name and the place of its cell. */
function causeOf({ code, severity, message, cell, at }: Told): string {
  if (cell === undefined) return message;
  const start = at === undefined ? -1 : message.indexOf(`（${at}）：`);
  const said = start < 0 ? message : message.slice(start + (at?.length ?? 0) + 3);
  return [code, severity, said].join('|');
}

/** （同样的还有 24 处）, with as many of their places as a person reads. */
export function otherPlaces<P extends Told>({ others }: ProblemGroup<P>, most = shownPlaces): string {
  if (others.length === 0) return '';
  const places = others.flatMap(({ at }) => (at === undefined ? [] : [at])).slice(0, most);
  const rest = places.length === 0 ? '' : `：${places.join('、')}${others.length > most ? '等' : ''}`;
  return `（同样的还有 ${others.length} 处${rest}）`;
}

const shownPlaces = 5;
