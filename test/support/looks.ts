import type { PrintedReport } from '../fixtures/documents/printedReport.js';
import type { Look } from './wordDocuments.js';

export type LookedReport = PrintedReport & { readonly look: Look };

const pages = [
  [210, 297],
  [297, 210],
  [297, 420],
  [216, 279],
  [184, 260],
] as const;
const fonts = ['Noto Serif CJK SC', 'Noto Sans CJK SC', 'Noto Serif CJK JP'];

/** Reports in looks of all kinds: pages, margins, fonts, sizes, widths of columns, and so other page breaks. */
export function lookedReports(
  reports: readonly PrintedReport[],
  count: number,
  seed: number,
): LookedReport[] {
  const random = randomFrom(seed);
  const between = (least: number, most: number): number => least + random() * (most - least);
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  return Array.from({ length: count }, (_, index): LookedReport => ({
    ...oneOf(reports),
    name: `looked-${seed}-${index}`,
    look: {
      page: oneOf(pages),
      margin: Math.round(between(12, 32)),
      top: Math.round(between(12, 45)),
      font: oneOf(fonts),
      body: Math.round(between(9, 16)),
      size: Math.round(between(10, 24)) / 2,
      upright: random() < 0.5,
      repeat: random() < 0.5,
      shares: {
        '10': [1, 2, 3, ...Array.from({ length: 7 }, () => between(0.9, 2))],
        '12': Array.from({ length: 12 }, () => between(1, 1.6)),
        '15': Array.from({ length: 15 }, () => between(1, 1.4)),
      },
    },
  }));
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
