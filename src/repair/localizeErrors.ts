import { eliminate, solveFor, sumWithout, valueFor, type Equation } from './equations.js';

/** Cells and the values they should have. */
export type Changes = ReadonlyMap<number, bigint>;

export interface Localized {
  /** Every smallest set of changes after which all equations hold. */
  readonly sets: readonly Changes[];
  /** False when the search was cut short: there may be other sets. */
  readonly isComplete: boolean;
}

/** One cell chosen to be wrong: what the equations say when it is left open. */
interface State {
  readonly chosen: readonly number[];
  readonly solved: ReadonlyMap<number, Equation>;
  readonly rest: readonly Equation[];
}

/** More slips than this in one table are not a slip: the table was filled in wrongly. */
const mostChanges = 4;
/** Bounds the work for tables that are wrong everywhere. */
const mostStates = 4_000;

/**
 * The error-localisation problem of Fellegi and Holt: the fewest cells that must change so that every sum
 * holds, over whole numbers ≥ 0. An equation that fails without any chosen cell proves that one of its
 * own cells is wrong, so only those are tried; eliminating the chosen cells gives the implied equations.
 */
export function localizeErrors(
  equations: readonly Equation[],
  values: readonly (bigint | null)[],
): Localized {
  const blanks = positionsIn(equations).filter((position) => values[position] === null);
  const { rest } = solveFor(equations, blanks);
  if (isBeyondRepair(rest, values)) return { sets: [], isComplete: true };
  const negative = positionsIn(rest).filter((position) => (values[position] ?? 0n) < 0n);
  const start = choose({ chosen: [], solved: new Map(), rest }, negative);
  let states: State[] = [start];
  let visited = 0;
  for (let size = start.chosen.length; size <= mostChanges; size++) {
    const sets: Changes[] = [];
    const next = new Map<string, State>();
    for (const state of states) {
      if (++visited > mostStates) return { sets: [], isComplete: false };
      const broken = brokenEquation(state, values);
      if (!broken) sets.push(changesOf(state, values));
      else if (size < mostChanges)
        for (const position of broken.coefficients.keys())
          if (!state.chosen.includes(position) && values[position] !== null) {
            const grown = choose(state, [position]);
            next.set([...grown.chosen].sort((left, right) => left - right).join(), grown);
          }
    }
    const real = sets.filter((changes) =>
      [...changes].every(([position, value]) => value !== values[position]),
    );
    if (real.length > 0) return { sets: real, isComplete: true };
    states = [...next.values()];
  }
  return { sets: [], isComplete: true };
}

/** One cell stands in a few sums: so many cannot fail through so few cells. */
function isBeyondRepair(equations: readonly Equation[], values: readonly (bigint | null)[]): boolean {
  const failing = equations.filter((equation) => (sumWithout(equation, values, null) ?? 0n) !== 0n);
  const sumsOfCell = new Map<number, number>();
  for (const { coefficients } of failing)
    for (const position of coefficients.keys()) sumsOfCell.set(position, (sumsOfCell.get(position) ?? 0) + 1);
  return failing.length > mostChanges * Math.max(0, ...sumsOfCell.values());
}

function choose(state: State, positions: readonly number[]): State {
  return positions.reduce<State>(({ chosen, solved, rest }, position) => {
    const pivot = rest.find(({ coefficients }) => coefficients.has(position));
    if (!pivot) return { chosen: [...chosen, position], solved, rest };
    return {
      chosen: [...chosen, position],
      solved: new Map([
        ...[...solved].map(([other, equation]) => [other, eliminate(equation, pivot, position)] as const),
        [position, pivot],
      ]),
      rest: rest.flatMap((equation) => (equation === pivot ? [] : [eliminate(equation, pivot, position)])),
    };
  }, state);
}

/** The shortest equation that fails though no chosen cell is in it, or that would make a chosen cell negative. */
function brokenEquation({ solved, rest }: State, values: readonly (bigint | null)[]): Equation | undefined {
  let shortest: Equation | undefined;
  const consider = (equation: Equation) => {
    if (!shortest || equation.coefficients.size < shortest.coefficients.size) shortest = equation;
  };
  for (const equation of rest) {
    const sum = sumWithout(equation, values, null);
    if (sum !== undefined && sum !== 0n) consider(equation);
  }
  if (shortest) return shortest;
  for (const [position, equation] of solved)
    if (valueFor(equation, values, position) === undefined) consider(equation);
  return shortest;
}

function changesOf({ chosen, solved }: State, values: readonly (bigint | null)[]): Changes {
  return new Map(
    chosen.map((position) => {
      const equation = solved.get(position);
      const value = equation && valueFor(equation, values, position);
      return [position, value ?? values[position] ?? 0n];
    }),
  );
}

function positionsIn(equations: readonly Equation[]): number[] {
  return [...new Set(equations.flatMap(({ coefficients }) => [...coefficients.keys()]))];
}
