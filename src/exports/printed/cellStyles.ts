import type exceljs from 'exceljs';
import type { Column } from '../../forms/form.js';
import type { CellKind } from './printedCell.js';

const line = { style: 'thin' as const };
const frame = { top: line, left: line, bottom: line, right: line };
const paleLine = { style: 'thin' as const, color: { argb: 'FFD9D9D9' } };
const paleFrame = { top: paleLine, left: paleLine, bottom: paleLine, right: paleLine };
const song = { name: '宋体', size: 10.5 };
const center = { horizontal: 'center' as const, vertical: 'middle' as const, wrapText: true };
const shade = (argb: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb } });
const locked = (isLocked: boolean) => ({ locked: isLocked });

type Style = (cell: exceljs.Cell, column?: Column) => void;

/** How each kind of cell looks, and that only values, prose and the title may be written. */
export const cellStyles: Readonly<Record<CellKind, Style>> = {
  title: (cell) =>
    Object.assign(cell, { font: { name: '黑体', size: 16 }, alignment: center, protection: locked(false) }),
  section: (cell) =>
    Object.assign(cell, {
      font: { name: '黑体', size: 12 },
      alignment: { horizontal: 'left', vertical: 'middle' },
      protection: locked(true),
    }),
  block: (cell) =>
    Object.assign(cell, {
      font: { ...song, bold: true },
      alignment: center,
      border: frame,
      fill: shade('FFF2F2F2'),
      protection: locked(true),
    }),
  head: (cell) =>
    Object.assign(cell, {
      font: song,
      alignment: center,
      border: frame,
      fill: shade('FFF2F2F2'),
      protection: locked(true),
    }),
  group: (cell) =>
    Object.assign(cell, { font: song, alignment: center, border: frame, protection: locked(true) }),
  label: (cell) =>
    Object.assign(cell, {
      font: song,
      alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
      border: frame,
      protection: locked(true),
    }),
  value: (cell, column) =>
    Object.assign(cell, {
      font: song,
      // A number too wide for its column gets smaller; it would show as ##### otherwise.
      alignment: { horizontal: 'center', vertical: 'middle', shrinkToFit: true },
      border: frame,
      numFmt: column?.quantity === 'money' ? '0.0000##' : '0',
      protection: locked(false),
    }),
  prose: (cell) =>
    Object.assign(cell, {
      font: song,
      alignment: { vertical: 'top', wrapText: true },
      border: paleFrame,
      protection: locked(false),
    }),
};
