import { cellsOf, findCell, formatValue, withChanges } from '../../dist/src/cells.js';
import { checkReport } from '../../dist/src/checks/index.js';
import { proposeRepairs } from '../../dist/src/repair/proposeRepairs.js';
import { sampleReport } from '../support/sampleReports.js';

const year = 2024;
const mostSlips = 10;
const mostMilliseconds = 50;
const warmUps = 300;
const times = 3;

/**
 * How long the proposals for one report take, by how many of its sums are violated: reports as agencies file
 * them, and large ones, with one to ten slips of the pen anywhere in 三 and 四, in one column, or in one row.
 */
export function measureRepairs({ reports, report }) {
  const samples = Array.from({ length: reports }, (_, index) => slipped(index));
  for (const { form, values } of samples.slice(0, warmUps)) proposeRepairs({ form, values });
  const took = new Map();
  for (const { form, values, violated } of samples) {
    const { length, milliseconds } = fastestOf(times, () => proposeRepairs({ form, values }));
    const group = took.get(groupOf(violated)) ?? { times: [], proposed: 0 };
    took.set(groupOf(violated), {
      times: [...group.times, milliseconds],
      proposed: group.proposed + Math.min(1, length),
    });
  }
  report.heading(
    `四、改法 Repairs，${samples.length} 份 reports`,
    '份 reports',
    '有改法',
    'p50',
    'p95',
    '最长 max',
  );
  for (const [words, { times, proposed }] of [...took].sort(([one], [other]) => one - other))
    report.row(
      `  ${words === mostShown ? `${words}+` : words} 项不符 sums violated`,
      String(times.length),
      String(proposed),
      ...[0.5, 0.95, 1].map((part) => `${quantile(times, part).toFixed(1)} ms`),
    );
  const worst = Math.max(...[...took.values()].map(({ times }) => quantile(times, 0.95)));
  report.aim(
    '改法：每份用时，各组 p95 的最大值 repairs: largest p95 of a group, ms',
    worst,
    mostMilliseconds,
  );
}

/** What one pass alone takes longer is the collector's or the compiler's, and falls on any report by chance. */
function fastestOf(count, work) {
  let milliseconds = Infinity;
  let length = 0;
  for (let pass = 0; pass < count; pass += 1) {
    const before = performance.now();
    ({ length } = work());
    milliseconds = Math.min(milliseconds, performance.now() - before);
  }
  return { length, milliseconds };
}

/** As many or more are one group. */
const mostShown = 16;

function groupOf(violated) {
  return Math.min(mostShown, violated);
}

function quantile(numbers, part) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

/** A report with some slips; another one where they cancel out. */
function slipped(index) {
  const { form, values: filed } = sampleReport(index * 10 + 1, year);
  const next = numbers(index + 1);
  const values = index % 2 === 0 ? filed : filed.map((value) => value * 137n);
  const cells = cellsOf(form).filter(({ table }) => table.id === 'requests' || table.id === 'remedies');
  const some = cells[next(cells.length)];
  const pool = [
    cells,
    cells,
    cells.filter(({ table, column }) => table === some.table && column.id === some.column.id),
    cells.filter(({ row }) => row === some.row),
  ][next(4)];
  for (let attempt = 0; ; attempt += 1) {
    const slips = 1 + next(mostSlips);
    const changes = Array.from({ length: slips }, () => {
      const { key, column } = pool[next(pool.length)];
      return [key, slipIn(formatValue(column, values[findCell(form, key).position]), next)];
    });
    const wrong = withChanges(form, values, changes);
    const findings = checkReport({ form, values: wrong, year: null });
    const violated = findings.filter(({ severity }) => severity === 'error').length;
    if (violated > 0 || attempt > 20) return { form, values: wrong, violated };
  }
}

/** A digit more, another digit, two swapped, or another number altogether. */
function slipIn(text, next) {
  const at = next(text.length);
  return BigInt(
    [
      `${text}${next(10)}`,
      `${text.slice(0, at)}${next(10)}${text.slice(at + 1)}`,
      [...text].reverse().join(''),
      String(next(3000)),
    ][next(4)],
  );
}

/** The same numbers each run. */
function numbers(seed) {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
