import fc from 'fast-check';
import { cellsOf, type CellKey } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { inDress, isInDress } from './dressed.js';
import { printedReport, type Written } from './grids.js';

/** One thing that people do to a form; which line, column or word it strikes is drawn. */
export interface Bending {
  readonly kind:
    | 'blank'
    | 'mark'
    | 'word'
    | 'text'
    | 'unit'
    | 'thousands'
    | 'wide'
    | 'labelNote'
    | 'labelSpace'
    | 'labelLost'
    | 'counting'
    | 'numbering'
    | 'check'
    | 'noteRow'
    | 'emptyRow'
    | 'besideTable'
    | 'helperSheet'
    | 'lastYear'
    | 'remark'
    | 'lead'
    | 'dress'
    | 'unreadable'
    | 'subtotalColumn'
    | 'subtotalRow'
    | 'blankCopy'
    | 'hiddenRow'
    | 'hiddenColumn'
    | 'hiddenSheet'
    | 'lastYearColumn'
    | 'remarkColumn'
    | 'extraRow'
    | 'signature'
    | 'headAgain';
  readonly line: number;
  readonly column: number;
}

type Kind = Bending['kind'];

/** What changes nothing for a person who reads the table. */
const readable: readonly Kind[] = [
  'text',
  'unit',
  'thousands',
  'wide',
  'labelNote',
  'labelSpace',
  'counting',
  'numbering',
  'check',
  'noteRow',
  'emptyRow',
  'besideTable',
  'helperSheet',
  'lastYear',
  'lead',
  'dress',
  'dress',
  'subtotalColumn',
  'subtotalRow',
  'blankCopy',
  'hiddenRow',
  'hiddenColumn',
  'hiddenSheet',
  'lastYearColumn',
  'remarkColumn',
  'extraRow',
  'signature',
  'headAgain',
];
/** Drawn more often than the others. */
const blank: readonly Kind[] = [
  'blank',
  'blank',
  'mark',
  'word',
  'labelLost',
  'remark',
  'unreadable',
  'unreadable',
];

export const bendings = drawn([...blank, ...readable]);
export const readableBendings = drawn(readable);

function drawn(kinds: readonly Kind[]): fc.Arbitrary<Bending[]> {
  return fc.array(
    fc.record<Bending>({ kind: fc.constantFrom(...kinds), line: fc.nat(60), column: fc.nat(14) }),
    { maxLength: 6 },
  );
}

export interface BentReport {
  readonly rows: Written[][];
  readonly beside: readonly SheetBeside[];
  /** Cells whose number was taken out, or replaced by something that is none. */
  readonly blanks: ReadonlySet<CellKey>;
  /** Rows and columns of the report that its sheet hides. */
  readonly hidden: { readonly rows: ReadonlySet<number>; readonly columns: readonly number[] };
}

export interface SheetBeside {
  readonly name: string;
  readonly rows: Written[][];
  readonly hidden?: true;
}

/** A number as text, with its unit or not, or a word in its place. */
const isSaid = (text: string) =>
  isInDress(text) ||
  /^[\s\d,０-９]+(?:件|万元)?\s*$/.test(text) ||
  [...marks, ...words, '见附件'].includes(text);

const title = (year: number) => `某市某局${year}年政府信息公开工作年度报告`;
const marks = ['/', '—', '无', '-'];
const words = ['暂无', '见附件', '零', 'N/A'];

/** A report with known numbers as people hand it in. */
export function bent(
  form: Form,
  write: (key: CellKey) => number | null,
  all: readonly Bending[],
): BentReport {
  const keyOf = new Map(cellsOf(form).map(({ key }) => [write(key), key]));
  const year = Number(form.id) + 1;
  const blanks = new Set<CellKey>();
  const beside: SheetBeside[] = [];
  const hiddenLines: number[] = [];
  const columns: number[] = [];
  let rows = printedReport(form, write, title(year));
  const isNumber = (cell: Written | undefined): cell is number => typeof cell === 'number' && keyOf.has(cell);
  for (const { kind, line, column } of all) {
    const place = line % rows.length;
    const row = rows[place] ?? [];
    const numbered = row.flatMap((cell, index) => (isNumber(cell) ? [index] : []));
    const at = numbered[column % Math.max(1, numbered.length)];
    const change = (edited: Written) => {
      if (at !== undefined) rows = rows.with(place, row.with(at, edited));
    };
    const clear = (edited: Written) => {
      const key = at === undefined ? undefined : keyOf.get(row[at] as number);
      if (key) blanks.add(key);
      change(edited);
    };
    const number = at === undefined ? 0 : (row[at] as number);
    const labelAt = (numbered[0] ?? 0) - 1;
    const hasLabel = typeof row[labelAt] === 'string' || typeof row[0] === 'string';
    const editLabel = (edit: (text: string) => string) => {
      const last = row.findLastIndex(
        (cell, index) => typeof cell === 'string' && index <= labelAt && !isSaid(cell),
      );
      if (numbered.length > 0 && last >= 0) rows = rows.with(place, row.with(last, edit(String(row[last]))));
    };
    switch (kind) {
      case 'blank':
        clear(null);
        break;
      case 'mark':
        clear(marks[column % marks.length]!);
        break;
      case 'word':
        clear(words[column % words.length]!);
        break;
      case 'text':
        change(` ${number} `);
        break;
      case 'unit':
        if (number % 2 === 0) change(`${number}${keyOf.get(number)?.endsWith('.amount') ? '万元' : '件'}`);
        break;
      case 'thousands':
        change(number.toLocaleString('en-US'));
        break;
      case 'wide':
        change(String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)));
        break;
      case 'labelNote':
        editLabel((text) => `${text}（本地口径）`);
        break;
      case 'labelSpace':
        editLabel((text) => [...text].join(' '));
        break;
      case 'labelLost':
        if (hasLabel && numbered.length > 0)
          rows = rows.with(
            place,
            row.map((cell) =>
              typeof cell === 'string' && /[\p{Script=Han}]{2}/u.test(cell) && !isSaid(cell) ? null : cell,
            ),
          );
        break;
      case 'counting':
        rows = withCounting(rows);
        break;
      case 'numbering':
        rows = withNumbering(rows);
        break;
      case 'check':
        rows = withColumn(rows, '校验', 0, isNumber);
        break;
      case 'noteRow':
        rows = rows.toSpliced(place + 1, 0, ['注：本表按结案口径统计']);
        break;
      case 'emptyRow':
        rows = rows.toSpliced(place, 0, []);
        break;
      case 'besideTable':
        rows = rows.with(place, [
          ...row,
          ...new Array<null>(Math.max(2, 20 - row.length)).fill(null),
          '行政许可',
          12,
        ]);
        break;
      case 'helperSheet':
        beside.push({
          name: '字典',
          rows: [
            ['指标', '数'],
            ['行政许可', 3],
            ['行政处罚', 4],
            ['（一）予以公开', 5],
          ],
        });
        break;
      case 'lastYear':
        beside.push({ name: '去年', rows: printedReport(form, () => 7, title(year - 1)) });
        break;
      case 'remark':
        rows = rows.with(place, numbered.length > 0 ? [...row, '见附件'] : row);
        break;
      case 'lead':
        rows = rows.map((cells) => [null, ...cells]);
        break;
      case 'dress':
        change(inDress(keyOf.get(number)?.endsWith('.amount') ? 'money' : 'count', column, number));
        break;
      case 'unreadable':
        clear(inDress('unreadable', line + column, number));
        break;
      case 'subtotalColumn':
        rows = withColumn(rows, '小计', 7, isNumber);
        break;
      case 'lastYearColumn':
        rows = withColumn(rows, '上年数', 8, isNumber);
        break;
      case 'remarkColumn':
        rows = withColumn(rows, '备注', '见附件', isNumber);
        break;
      case 'extraRow':
        rows = rows.toSpliced(place + 1, 0, ['其他主动公开文件', null, null, 8, 8, 8]);
        break;
      case 'signature':
        rows = [...rows, ['填表人：某某', null, '联系电话：', 5551234, '审核人：某某']];
        break;
      case 'headAgain':
        rows = withHeadAgain(rows, line, isNumber);
        break;
      case 'hiddenRow':
        hiddenLines.push(line);
        break;
      case 'hiddenColumn':
        columns.push(column);
        break;
      case 'hiddenSheet':
        beside.push({ name: '底稿', rows: printedReport(form, () => 9, title(year)), hidden: true });
        break;
      case 'subtotalRow':
        if (isFullRequest(row, isNumber))
          rows = rows.toSpliced(place + 1, 0, [
            ...new Array<null>((numbered[0] ?? 1) - 1).fill(null),
            '小计',
            ...new Array<number>(7).fill(7),
          ]);
        break;
      case 'blankCopy':
        beside.push({ name: '空表', rows: printedReport(form, () => null, title(year)) });
        break;
    }
  }
  const hidden = { rows: new Set(hiddenLines.map((line) => line % rows.length)), columns };
  return { rows, beside, blanks, hidden };
}

/** One more column behind those of 三. */
function withColumn(
  rows: Written[][],
  head: string,
  value: Written,
  isNumber: (cell: Written) => boolean,
): Written[][] {
  if (rows.some((cells) => cells.includes('自然人') && cells.includes(head))) return rows;
  return rows.map((cells) => {
    if (cells.includes('自然人')) return [...cells, head];
    return isFullRequest(cells, isNumber) ? [...cells, value] : cells;
  });
}

/** The head of 三 once more between two of its rows, as at the turn of a page. */
function withHeadAgain(rows: Written[][], line: number, isNumber: (cell: Written) => boolean): Written[][] {
  const head = rows.find((cells) => cells.includes('自然人'));
  const places = rows.flatMap((cells, index) => (isFullRequest(cells, isNumber) ? [index] : []));
  const place = places[1 + (line % Math.max(1, places.length - 1))];
  return head === undefined || place === undefined ? rows : rows.toSpliced(place, 0, head);
}

function isFullRequest(cells: readonly Written[], isNumber: (cell: Written) => boolean): boolean {
  return cells.filter(isNumber).length === 7;
}

/** A column 行次 between the labels and the values of 三. */
function withCounting(rows: Written[][]): Written[][] {
  const head = rows.findIndex((row) => row.includes('自然人'));
  const end = rows.findIndex(
    (row, index) => index > head && String(row.find((cell) => cell !== null)).startsWith('四、政府'),
  );
  if (head < 0 || end < 0 || rows[head]!.includes('行次')) return rows;
  const place = rows[head]!.indexOf('自然人');
  let count = 0;
  return rows.map((row, index) => {
    if (index < head || index >= end || row.length <= place) return row;
    return row.toSpliced(place, 0, index === head ? '行次' : (count += 1));
  });
}

/** Rows that count the columns below the heads of 三 and 四. */
function withNumbering(rows: Written[][]): Written[][] {
  return rows.flatMap((row) => {
    const first = row.findIndex((cell) => cell === '自然人' || cell === '结果维持');
    if (first < 0) return [row];
    const size = row.length - first;
    return [
      row,
      [...new Array<null>(first).fill(null), ...Array.from({ length: size }, (_, index) => index + 1)],
    ];
  });
}
