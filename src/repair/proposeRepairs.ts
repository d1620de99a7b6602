import { formatValue, withChanges, type FormCell, type Values } from '../cells.js';
import type { Finding, Numbers } from '../checks/check.js';
import { complete } from '../checks/complete.js';
import { checkReport, findingKey } from '../checks/index.js';
import { cellName } from '../checks/place.js';
import { sumWithout, systemOf, type Equation } from './equations.js';
import { fillBlanks } from './fillBlanks.js';
import { localizeErrors, type Changes } from './localizeErrors.js';
import type { Repair } from './repair.js';
import { improbability, slipOf, slipWords } from './slips.js';

/** More proposals than this help nobody. */
const mostRepairs = 20;
/** Several nets of sums with several proposals each multiply. */
const mostCombined = 200;

/**
 * Which cells are wrong and what they should be: the smallest sets of changes after which every sum that
 * blocks a submission holds, likeliest first. Nothing is applied. While all sums hold, the blank cells that
 * only one value can fill. `findings` are those of these numbers, when they are known already.
 */
export function proposeRepairs({ form, values }: Numbers, findings?: readonly Finding[]): Repair[] {
  if (findings && !findings.some(canBeRepaired)) return [];
  const before = checkReport({ form, values, year: null });
  if (!before.some(canBeRepaired)) return [];
  const { cells, equations, nets } = systemOf(form);
  const describe = (changes: Changes, unique: boolean) => repairOf({ form, values }, before, changes, unique);
  const broken = nets.filter((net) => !holds(net, values));
  if (broken.length === 0)
    return [...fillBlanks(equations, values)]
      .slice(0, mostRepairs)
      .map(([position, value]) => describe(new Map([[position, value]]), true));
  const localized = broken.map((net) => localizeErrors(net, values));
  const combined = localized.reduce<Changes[]>(
    (all, { sets }) =>
      all
        .flatMap((changes) => ranked(sets, cells, values).map((set) => new Map([...changes, ...set])))
        .slice(0, mostCombined),
    [new Map()],
  );
  const unique = localized.every(({ sets, isComplete }) => isComplete && sets.length === 1);
  return ranked(combined, cells, values)
    .slice(0, mostRepairs)
    .map((changes) => describe(changes, unique));
}

/** What changing cells can settle: a sum that does not hold, a count below zero, a blank cell. */
function canBeRepaired({ severity, rule }: Finding): boolean {
  return severity === 'error' || rule === complete.id;
}

/** False when some equation fails, or a count in it is below zero, or its blanks cannot be filled. */
function holds(equations: readonly Equation[], values: Values): boolean {
  return equations.every((equation) => {
    const sum = sumWithout(equation, values, null);
    const isNegative = [...equation.coefficients.keys()].some((position) => (values[position] ?? 0n) < 0n);
    return !isNegative && (sum === undefined ? canBeFilled(equation, values) : sum === 0n);
  });
}

function canBeFilled({ coefficients }: Equation, values: Values): boolean {
  let known = 0n;
  const signs = new Set<boolean>();
  for (const [position, amount] of coefficients) {
    const value = values[position];
    if (value == null) signs.add(amount > 0n);
    else known += amount * value;
  }
  return signs.size > 1 || known === 0n || signs.has(known < 0n);
}

function ranked(sets: readonly Changes[], cells: readonly FormCell[], values: Values): Changes[] {
  const cost = (changes: Changes) =>
    [...changes].reduce((sum, [position, value]) => sum + improbability(cells[position]!, values, value), 0);
  return [...sets].sort((left, right) => cost(left) - cost(right));
}

function repairOf(
  { form, values }: Numbers,
  before: readonly Finding[],
  changes: Changes,
  unique: boolean,
): Repair {
  const { cells } = systemOf(form);
  const written = [...changes].map(([position, to]) => ({ cell: cells[position]!, to }));
  const repaired = withChanges(
    form,
    values,
    written.map(({ cell, to }) => [cell.key, to] as const),
  );
  const after = new Set(checkReport({ form, values: repaired, year: null }).map(findingKey));
  const settles = [
    ...new Set(before.filter((finding) => !after.has(findingKey(finding))).map(({ rule }) => rule)),
  ];
  return {
    changes: written.map(({ cell, to }) => ({
      cell: cell.key,
      from: shown(cell, values[cell.position] ?? null),
      to: formatValue(cell.column, to),
    })),
    unique,
    settles,
    message: `${written.map(({ cell, to }) => changeInWords(cell, values, to)).join('；')}。${
      unique ? '这是唯一能使各项相符的改法' : '这是使各项相符的一种改法'
    }${settles.length > 0 ? `，可消除 ${settles.join('、')}` : ''}。请对照原始记录核实后再改。`,
  };
}

function changeInWords(cell: FormCell, values: Values, to: bigint): string {
  const from = shown(cell, values[cell.position] ?? null);
  const right = formatValue(cell.column, to);
  const slip = slipWords[slipOf(cell, values, to)];
  const words =
    from === null ? `${cellName(cell)}空白，应为 ${right}` : `${cellName(cell)}由 ${from} 改为 ${right}`;
  return slip && from !== null ? `${words}（${slip}）` : words;
}

function shown(cell: FormCell, value: bigint | null): string | null {
  return value === null ? null : formatValue(cell.column, value);
}
