import { describe, expect, test } from 'vitest';
import { form2021 } from '../../src/forms/2021.js';
import { offerOf } from '../../web/form/paste/choices.js';
import type { Grid } from '../../web/form/paste/Grid.js';
import { placeGrid } from '../../web/form/paste/placeGrid.js';
import { readTextGrid } from '../../web/form/paste/readTextGrid.js';
import { cellLines } from '../../web/form/sheet/moving.js';

const lines = cellLines(form2021);
const cell = (text: string, stored: string | null = null) => ({ text, stored, covered: false });

describe('a block pasted into the form', () => {
  test('goes into place: rows down, columns to the right', () => {
    const { cells, outside } = placeGrid(
      form2021,
      lines,
      'requests.received.business',
      readTextGrid('1\t2\r\n3\t４\r\n'),
    );
    expect(outside).toBe(0);
    expect(cells.map(({ key, shown }) => [key, shown])).toEqual([
      ['requests.received.business', '1'],
      ['requests.received.researchInstitution', '2'],
      ['requests.carriedOver.business', '3'],
      ['requests.carriedOver.researchInstitution', '4'],
    ]);
  });

  test('what falls beside the table is counted, words are refused', () => {
    const { cells, outside } = placeGrid(
      form2021,
      lines,
      'requests.received.total',
      readTextGrid('1\t2\n无\n#DIV/0!'),
    );
    expect(outside).toBe(1);
    expect(cells.map(({ refused }) => refused)).toEqual([null, '不是数，请只填数字', '不是数，请只填数字']);
  });

  test.each([
    ['53.63', '53.6318', 'rounded'],
    ['12', '12.4', 'rounded'],
    ['53.63', '53.6352', 'other'],
    ['536.3', '536318', 'other'],
    ['12', '-12', 'other'],
    ['0012', '12', 'same'],
    ['12.50', '12.5', 'same'],
  ])('shown %s and stored %s: %s', (shown, stored, relation) => {
    const grid: Grid = [[cell(shown, stored)]];
    const { cells } = placeGrid(form2021, lines, 'fees.fees.amount', grid);
    expect(cells[0]?.relation).toBe(relation);
  });

  test('both shapes agree once their empty edges are off; html keeps its places', () => {
    const html: Grid = [
      [cell(''), cell('')],
      [cell(''), cell('7', '7')],
    ];
    expect(offerOf(html, readTextGrid('7'))).toEqual({
      choices: [{ from: 'html', grid: html }],
      agreed: true,
    });
  });

  test('a hidden row makes them disagree: somebody chooses', () => {
    const html: Grid = [[cell('1')], [cell('3')]];
    expect(offerOf(html, readTextGrid('1\n2\n3'))).toMatchObject({
      agreed: false,
      choices: [{ from: 'html' }, { from: 'text' }],
    });
  });

  test('plain text alone is shown before it is filled in', () => {
    expect(offerOf(null, readTextGrid('1\t2'))).toMatchObject({ agreed: false, choices: [{ from: 'text' }] });
  });
});
