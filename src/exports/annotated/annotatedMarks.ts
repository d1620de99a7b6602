import type exceljs from 'exceljs';
import type { CellKey } from '../../cells.js';
import type { Severity } from '../../forms/form.js';
import type { Fault } from './annotatedFaults.js';
import { longestNote } from './cellNote.js';

/** How a severity is said and shown: by a word, a sign that also shows in black and white, and a colour. */
export const severityMarks: Readonly<
  Record<Severity, { word: string; sign: string; fill: string; pale: string; line: exceljs.Border }>
> = {
  error: {
    word: '错误',
    sign: '▲',
    fill: 'FFFF9B9B',
    pale: 'FFFFE9E9',
    line: { style: 'medium', color: { argb: 'FFC00000' } },
  },
  explain: {
    word: '需说明',
    sign: '？',
    fill: 'FFFFD966',
    pale: 'FFFFF5D9',
    line: { style: 'mediumDashed', color: { argb: 'FF9C6500' } },
  },
  warning: {
    word: '提示',
    sign: '！',
    fill: 'FF9DC3E6',
    pale: 'FFE6F0F9',
    line: { style: 'dashed', color: { argb: 'FF1F4E79' } },
  },
  info: {
    word: '提示',
    sign: '！',
    fill: 'FFD9D9D9',
    pale: 'FFF2F2F2',
    line: { style: 'dashed', color: { argb: 'FF595959' } },
  },
};

/** How a cell is marked: by the gravest fault it is at the head of, else faintly as an operand. */
export interface Mark {
  readonly severity: Severity;
  readonly isStrong: boolean;
  /** Empty where a note would only repeat that of another cell. */
  readonly note: string;
}

/** The marks of every cell that a fault touches, and of those that a repair would change. Faults come gravest first. */
export function marksOf(
  faults: readonly Fault[],
  hints: ReadonlyMap<CellKey, string> = new Map(),
): ReadonlyMap<CellKey, Mark> {
  const strong = new Map<CellKey, Fault[]>();
  const headed = new Map<CellKey, Fault[]>();
  const faint = new Map<CellKey, Severity>();
  const add = (map: Map<CellKey, Fault[]>, key: CellKey, fault: Fault) =>
    map.set(key, [...(map.get(key) ?? []), fault]);
  for (const fault of faults)
    fault.cells.forEach((key, index) => {
      if (index === 0) add(headed, key, fault);
      if (index === 0 || fault.isEach) add(strong, key, fault);
      else if (!faint.has(key)) faint.set(key, fault.severity);
    });
  const marks = new Map<CellKey, Mark>();
  for (const [key, severity] of faint) marks.set(key, { severity, isStrong: false, note: '' });
  for (const [key, [fault]] of strong)
    if (fault)
      marks.set(key, {
        severity: fault.severity,
        isStrong: true,
        note: noteOf(headed.get(key) ?? [], hints.get(key)),
      });
  for (const [key, hint] of hints) {
    const mark = marks.get(key) ?? { severity: 'error', isStrong: false, note: '' };
    if (mark.note === '') marks.set(key, { ...mark, note: `${hint}，见错误清单` });
  }
  return marks;
}

/** At most 60 characters: the gravest fault in as many words as fit, what to write, and how many more there are. */
export function noteOf([first, ...others]: readonly Fault[], hint = ''): string {
  if (!first) return '';
  const { word, sign } = severityMarks[first.severity];
  const more = others.length > 0 ? `；另有 ${others.length} 条` : '';
  const place = `（清单第 ${first.number} 条${more}）`;
  // The value to write helps more than the second half of a sum.
  const hinted =
    hint === ''
      ? []
      : first.isEach
        ? [`空白 ${first.cells.length} 格，本格${hint}`]
        : first.summaries.map((summary) => `${summary}，${hint}`);
  const notes = [...hinted, ...first.summaries].map((summary) => `${sign}${word}：${summary}${place}`);
  return notes.find((note) => note.length <= longestNote) ?? `${sign}${word}，见清单第 ${first.number} 条`;
}
