/** A cell where the other program reads something else: its place, what we read, what it reads. */
type Otherwise = readonly [place: string, ours: string | null, theirs: string | null];

/** A workbook of the tests that another program reads otherwise than we do, or not at all. */
export interface ReadOtherwise {
  readonly file: string;
  readonly cells?: readonly Otherwise[];
  /** What the other program says of a file that it does not open, and we do. */
  readonly notOpened?: string;
  readonly why: string;
}

/** All of them: exactly these, so that none is added or goes away unseen. */
export const readOtherwise: readonly ReadOtherwise[] = [
  {
    file: 'test/fixtures/neverWrong/5-day.xlsx',
    cells: [['年报 14 6', '2024-01-01', null]],
    why: 'A day written by ISO 8601 (t="d", ECMA-376 part 1, 18.18.11): openpyxl makes a date of the text that stands there, a number to neither. Both are right.',
  },
  {
    file: 'test/fixtures/neverWrong/5-thousands.xlsx',
    notOpened: "ValueError: invalid literal for int() with base 10: '1,043'",
    why: 'A number with a thousands separator in <v>. By the standard it is none; a person sees 1,043, which we read and tell.',
  },
  {
    file: 'test/fixtures/traits/runs.ods',
    cells: [
      ['数 0 0', '73.2051¹', '73.20511'],
      ['数 1 0', '73.2051[²]', '73.2051[2]'],
    ],
    why: 'Digits raised by a style: the other program keeps the style beside the text, our text has the raised characters for them. By style:text-position they are raised, so we are right to keep them apart.',
  },
  {
    file: 'test/fixtures/traits/texts.xls',
    cells: [
      ['数 0 0', null, '0'],
      ['数 1 0', null, '0'],
      ['数 2 0', null, '1'],
      ['数 3 0', null, '0'],
    ],
    why: 'Formulas whose result is a text or a truth, which LibreOffice saves in an .xls as a number when the cell has a number format. xlrd is right about what the file holds, [MS-XLS] 2.5.133; we are right not to take it for what a person saw.',
  },
];
