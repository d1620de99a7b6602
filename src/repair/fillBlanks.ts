import { solveFor, valueFor, type Equation } from './equations.js';

/** The blank cells that only one value ≥ 0 can fill, with that value. */
export function fillBlanks(
  equations: readonly Equation[],
  values: readonly (bigint | null)[],
): ReadonlyMap<number, bigint> {
  const filled = [...values];
  const found = new Map<number, bigint>();
  const fill = (position: number, value: bigint) => {
    filled[position] = value;
    found.set(position, value);
  };
  for (let before = -1; before !== found.size;) {
    before = found.size;
    const blanks = blanksIn(equations, filled);
    for (const [position, equation] of solveFor(equations, blanks).solved) {
      const value = valueFor(equation, filled, position);
      if (value !== undefined) fill(position, value);
    }
    // Parts ≥ 0 that add up to nothing are all zero.
    for (const equation of equations) for (const position of zeroParts(equation, filled)) fill(position, 0n);
  }
  return found;
}

function zeroParts({ coefficients }: Equation, values: readonly (bigint | null)[]): number[] {
  const blanks = [...coefficients].filter(([position]) => values[position] === null);
  const signs = new Set(blanks.map(([, amount]) => amount > 0n));
  let known = 0n;
  for (const [position, amount] of coefficients) known += amount * (values[position] ?? 0n);
  return known === 0n && signs.size === 1 ? blanks.map(([position]) => position) : [];
}

function blanksIn(equations: readonly Equation[], values: readonly (bigint | null)[]): number[] {
  const positions = equations.flatMap(({ coefficients }) => [...coefficients.keys()]);
  return [...new Set(positions)].filter((position) => values[position] === null);
}
