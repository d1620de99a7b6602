import { textWidth } from '../printed/textWidth.js';
import { escapedXml } from '../../text/xmlText.js';
import type { Plot } from './plot.js';

const width = 760;
const size = 13;
/** A digit, as part of the size. */
const digit = 0.56;
const top = 58;
const plotHeight = 220;
const lineHeight = 16;

/**
 * A plot as SVG, in lines of a page. Its numbers stand over its columns; what it shows is said in words for
 * whoever does not see it, and its numbers are in the table beside.
 */
export function plotSvg({ title, categories, series }: Plot, id: string): string {
  const all = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const most = Math.max(1, ...all);
  const group = width / Math.max(1, categories.length);
  const column = Math.min(56, (group - 10) / Math.max(1, series.length));
  const labels = categories.map((name) => linesOf(name, Math.floor((group - 6) / (size * digit))));
  const height = top + plotHeight + 8 + lineHeight * Math.max(1, ...labels.map(({ length }) => length)) + 4;
  const base = top + plotHeight;
  // A number that is wider than its column would run into the next one.
  const room = Math.max(1, ...all.map((value) => String(value).length)) * digit;
  const numberSize = Math.max(7, Math.min(size, (column + (series.length > 1 ? 0 : 10)) / room));
  const parts = categories.flatMap((_, index) => {
    const left = index * group + (group - column * series.length) / 2;
    return series.flatMap(({ values, colour }, place) => {
      const value = values[index] ?? null;
      if (value === null) return [];
      const tall = (Math.max(0, value) / most) * (plotHeight - 20);
      const x = left + place * column;
      return [
        `<rect x="${round(x + 1)}" y="${round(base - tall)}" width="${round(column - 2)}" height="${round(tall)}" fill="${colour}" stroke="#000" stroke-width="0.5"/>`,
        text(x + column / 2, base - tall - 4, String(value), numberSize),
      ];
    });
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}" font-family="sans-serif">`,
    `<title id="${id}">${escapedXml(title)}（柱形图，各数见表）</title>`,
    text(width / 2, 18, title, size + 2),
    ...legendOf(series),
    `<line x1="0" y1="${base}" x2="${width}" y2="${base}" stroke="#000"/>`,
    ...parts,
    ...labels.flatMap((lines, index) =>
      lines.map((line, number) =>
        text(index * group + group / 2, base + 4 + lineHeight * (number + 1) - 3, line, size),
      ),
    ),
    '</svg>',
  ].join('\n');
}

function legendOf(series: Plot['series']): string[] {
  if (series.length < 2) return [];
  const widths = series.map(({ name }) => 24 + textWidth(name) * size * digit + 16);
  let x = (width - widths.reduce((sum, each) => sum + each, 0)) / 2;
  return series.flatMap(({ name, colour }, index) => {
    const left = x;
    x += widths[index] ?? 0;
    return [
      `<rect x="${round(left)}" y="30" width="16" height="12" fill="${colour}" stroke="#000" stroke-width="0.5"/>`,
      `<text x="${round(left + 22)}" y="41" font-size="${size}">${escapedXml(name)}</text>`,
    ];
  });
}

function text(x: number, y: number, words: string, fontSize: number): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(fontSize)}" text-anchor="middle">${escapedXml(words)}</text>`;
}

/** A name in lines of so many digits. */
function linesOf(name: string, digits: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of name) {
    if (line !== '' && textWidth(line + character) > Math.max(2, digits)) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return line === '' ? lines : [...lines, line];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
