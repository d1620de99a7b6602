import type { Rule } from './drawing.js';
import type { Box } from './geometry.js';

/** The ruled lines of one table: where its columns and rows part, and which of its fields are one cell. */
export interface Lattice {
  /** From left to right. */
  readonly xs: readonly number[];
  /** From top to bottom. */
  readonly ys: readonly number[];
  readonly box: Box;
  /** The cell of a field, as the number of its top left field: row × columns + column. */
  cellOf(row: number, column: number): number;
}

/** Lines this near are one: borders are drawn double, or once for each side. */
const near = 3;
/** A line must run along this much of a field to part it from the next. */
const parting = 0.5;
const shortestRule = 5;
const mostFields = 40_000;

/** Finds the tables that lines draw. A frame around one field is none. */
export function latticesOf(acrossAll: readonly Rule[], downAll: readonly Rule[]): Lattice[] {
  const across = merged(acrossAll);
  const down = merged(downAll);
  return componentsOf(across, down).flatMap((component) => {
    const lattice = latticeOf(component.across, component.down);
    return lattice ? [lattice] : [];
  });
}

/** Pieces of one line, drawn cell by cell, are one line. */
export function merged(rules: readonly Rule[], shortest = shortestRule): Rule[] {
  const sorted = [...rules].sort((one, other) => one.at - other.at || one.from - other.from);
  const lines: { at: number; from: number; to: number }[][] = [];
  for (const rule of sorted) {
    const last = lines.at(-1);
    const start = last?.[0];
    if (last && start && rule.at - start.at <= near / 2) last.push({ ...rule });
    else lines.push([{ ...rule }]);
  }
  return lines
    .flatMap((line) => {
      line.sort((one, other) => one.from - other.from);
      const pieces: { at: number; from: number; to: number }[] = [];
      for (const rule of line) {
        const last = pieces.at(-1);
        if (last && rule.from <= last.to + near) last.to = Math.max(last.to, rule.to);
        else pieces.push(rule);
      }
      return pieces;
    })
    .filter(({ from, to }) => to - from >= shortest);
}

interface Component {
  readonly across: Rule[];
  readonly down: Rule[];
}

/** Lines that meet belong to one table. */
function componentsOf(across: readonly Rule[], down: readonly Rule[]): Component[] {
  const parent = Array.from({ length: across.length + down.length }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  across.forEach((row, index) =>
    down.forEach((column, other) => {
      const meets =
        row.at >= column.from - near &&
        row.at <= column.to + near &&
        column.at >= row.from - near &&
        column.at <= row.to + near;
      if (meets) parent[rootOf(index)] = rootOf(across.length + other);
    }),
  );
  const components = new Map<number, Component>();
  [...across, ...down].forEach((rule, index) => {
    const root = rootOf(index);
    const component = components.get(root) ?? { across: [], down: [] };
    components.set(root, component);
    (index < across.length ? component.across : component.down).push(rule);
  });
  return [...components.values()].filter(
    (component) => component.across.length > 0 && component.down.length > 0,
  );
}

function latticeOf(across: readonly Rule[], down: readonly Rule[]): Lattice | undefined {
  // A table cut by a page break may lack a border: its lines end where the border would be.
  const xs = clustered([...down.map(({ at }) => at), ...outermost(across)]);
  const ys = clustered([...across.map(({ at }) => at), ...outermost(down)]);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > mostFields) return undefined;
  const parent = Array.from({ length: rows * columns }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const join = (one: number, other: number): void => {
    const [first, second] = [rootOf(one), rootOf(other)];
    parent[Math.max(first, second)] = Math.min(first, second);
  };
  const downAt = grouped(down, xs);
  const acrossAt = grouped(across, ys);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const field = row * columns + column;
      if (column > 0 && !parts(downAt[column], ys[row], ys[row + 1])) join(field - 1, field);
      if (row > 0 && !parts(acrossAt[row], xs[column], xs[column + 1])) join(field - columns, field);
    }
  const box = { x0: xs[0] ?? 0, y0: ys[0] ?? 0, x1: xs.at(-1) ?? 0, y1: ys.at(-1) ?? 0 };
  return { xs, ys, box, cellOf: (row, column) => rootOf(row * columns + column) };
}

function outermost(rules: readonly Rule[]): number[] {
  return [Math.min(...rules.map(({ from }) => from)), Math.max(...rules.map(({ to }) => to))];
}

/** Places in order, those near each other as one. */
export function clustered(places: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const place of [...places].sort((one, other) => one - other)) {
    const last = groups.at(-1);
    if (last && place - (last.at(-1) ?? place) <= near) last.push(place);
    else groups.push([place]);
  }
  return groups.map((group) => ((group[0] ?? 0) + (group.at(-1) ?? 0)) / 2);
}

function grouped(rules: readonly Rule[], places: readonly number[]): Rule[][] {
  const groups = places.map((): Rule[] => []);
  for (const rule of rules) {
    const nearest = places.reduce(
      (best, place, index) =>
        Math.abs(place - rule.at) < Math.abs((places[best] ?? 0) - rule.at) ? index : best,
      0,
    );
    groups[nearest]?.push(rule);
  }
  return groups;
}

function parts(rules: readonly Rule[] | undefined, from = 0, to = 0): boolean {
  const covered = (rules ?? []).reduce(
    (sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)),
    0,
  );
  return covered >= parting * (to - from);
}

/** The field in which a place lies; -1 when it lies outside. */
export function fieldAt(edges: readonly number[], place: number): number {
  if (place < (edges[0] ?? 0) || place > (edges.at(-1) ?? 0)) return -1;
  return edges.findLastIndex((edge, index) => index < edges.length - 1 && place >= edge);
}
