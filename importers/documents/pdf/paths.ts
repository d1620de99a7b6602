import type { Rule } from './drawing.js';
import { boxOf, intersection, moved, type Box } from './geometry.js';
import { isWhite, type Pen } from './Pen.js';

/** An area that is painted, and when: what is drawn before lies below it. */
export interface Paint {
  readonly box: Box;
  readonly colour: string;
  readonly order: number;
}

/** Lines and areas, as paths are painted. */
export interface Paths {
  readonly across: Rule[];
  readonly down: Rule[];
  readonly paints: Paint[];
}

type Point = readonly [number, number];

/** Codes of a path as pdf.js packs it. */
const lengths: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

/** A filled strip no thicker than this is a line. */
const thickest = 3;
const shortest = 1;
/** How far from straight a line may be drawn. */
const straight = 1;

/** The subpaths of a path, each as the points it goes through, in the place where the pen draws. */
function subpaths(data: Float32Array, pen: Pen): { points: Point[]; isCurved: boolean }[] {
  const found: { points: Point[]; isCurved: boolean }[] = [];
  let current: { points: Point[]; isCurved: boolean } | undefined;
  for (let at = 0; at < data.length;) {
    const code = data[at] ?? -1;
    const length = lengths[code];
    if (length === undefined) return found;
    const last = at + length;
    const point: Point = moved(pen.matrix, data[last - 1] ?? 0, data[last] ?? 0);
    at += 1 + length;
    if (code === 0 || !current) {
      current = { points: code === 4 ? [] : [point], isCurved: false };
      found.push(current);
    } else if (code === 4) {
      const [first] = current.points;
      if (first) current.points.push(first);
    } else {
      current.points.push(point);
      current.isCurved ||= code !== 1;
    }
  }
  return found;
}

export function strokePath(paths: Paths, data: Float32Array, pen: Pen): void {
  if (isWhite(pen.stroke) || pen.strokeOpacity === 0) return;
  for (const { points } of subpaths(data, pen))
    points.forEach((point, index) => {
      const before = points[index - 1];
      if (before) addLine(paths, boxOf([before, point]), pen);
    });
}

export function fillPath(paths: Paths, data: Float32Array, pen: Pen, order: number): void {
  if (pen.fillOpacity === 0) return;
  for (const { points, isCurved } of subpaths(data, pen)) {
    const box = boxOf(points);
    const isThin = Math.min(box.x1 - box.x0, box.y1 - box.y0) <= thickest;
    if (isThin && !isWhite(pen.fill)) addLine(paths, box, pen);
    else if (!isThin && !isCurved && pen.fillOpacity === 1)
      paths.paints.push({ box: intersection(box, pen.clip), colour: pen.fill, order });
  }
}

function addLine(paths: Paths, whole: Box, pen: Pen): void {
  const width = whole.x1 - whole.x0;
  const height = whole.y1 - whole.y0;
  const near = thickest;
  const clip = {
    x0: pen.clip.x0 - near,
    y0: pen.clip.y0 - near,
    x1: pen.clip.x1 + near,
    y1: pen.clip.y1 + near,
  };
  const box = intersection(whole, clip);
  if (box.x1 < box.x0 || box.y1 < box.y0) return;
  if (width >= shortest && width > height && height <= Math.max(straight, thickest))
    paths.across.push({ at: (whole.y0 + whole.y1) / 2, from: box.x0, to: box.x1 });
  else if (height >= shortest && height > width && width <= Math.max(straight, thickest))
    paths.down.push({ at: (whole.x0 + whole.x1) / 2, from: box.y0, to: box.y1 });
}
