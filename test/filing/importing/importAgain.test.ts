import { describe, expect, test } from 'vitest';
import { form2021 } from '../../../src/forms/2021.js';
import { problem } from '../../../src/problems/problem.js';
import { fileOf, shownValues } from '../../support/drafts.js';
import { code, codes, draft, filing, received, statuses, values } from '../../support/importing.js';

const disclosed = 'requests.disclosed.business';

describe('importing again', () => {
  test('the same bytes are unchanged and corrections stay', async () => {
    const file = fileOf([draft({ [received]: '1' })]);
    await filing.importFiles([file]);
    await filing.correct({ agency: code, year: 2024, changes: [{ key: received, value: '2' }] });
    const again = await filing.importFiles([file]);
    expect(again.files[0]).toMatchObject({ status: 'UNCHANGED', version: 2, diff: [] });
    expect(shownValues(form2021, (await filing.report(code, 2024)).values)[received]).toBe('2');
  });

  test('another file with the same values is unchanged', async () => {
    await filing.importFiles([fileOf([draft()], 'a.xlsx')]);
    const same = fileOf([draft()], 'b.xlsx', [problem('MACROS_IGNORED', '文件带有宏，没有运行。')]);
    expect(statuses(await filing.importFiles([same]))).toEqual(['UNCHANGED']);
  });

  test('another file with other values is a new version that shows the difference', async () => {
    await filing.importDrafts([draft()]);
    const { files } = await filing.importDrafts([draft({ [received]: '1', [disclosed]: null })]);
    const before = shownValues(form2021, values);
    expect(files[0]).toMatchObject({ status: 'STORED', version: 2 });
    expect(files[0]?.diff).toEqual([
      { cell: received, before: before[received], after: '1' },
      { cell: disclosed, before: before[disclosed], after: null },
    ]);
  });

  test('a file that would undo a correction is refused with both values, unless that is asked for', async () => {
    await filing.importDrafts([draft({ [received]: '1' })]);
    await filing.correct({ agency: code, year: 2024, changes: [{ key: received, value: '2' }] });
    const older = draft({ [received]: '3', [disclosed]: '5' });
    const refused = await filing.importDrafts([older], { errorPolicy: 'ACCEPT_VALID_CELLS' });
    expect(statuses(refused)).toEqual(['REJECTED']);
    const [found] = refused.files[0]!.reports[0]!.problems;
    expect(found).toMatchObject({
      code: 'OVERWRITES_CORRECTION',
      cell: received,
      at: older.cells[received]?.at,
    });
    expect(found?.message).toMatch(/已更正为 2，新文件里是 3/);
    const forced = await filing.importDrafts([older], { overwriteCorrections: true });
    expect(forced.files[0]).toMatchObject({ status: 'STORED', version: 3 });
    expect((await filing.report(code, 2024)).correctedCells).toEqual([]);
  });

  test('a file that agrees with a correction keeps it protected', async () => {
    await filing.importDrafts([draft({ [received]: '1' })]);
    await filing.correct({ agency: code, year: 2024, changes: [{ key: received, value: '2' }] });
    expect(statuses(await filing.importDrafts([draft({ [received]: '2', [disclosed]: '5' })]))).toEqual([
      'STORED',
    ]);
    expect((await filing.report(code, 2024)).correctedCells).toEqual([received]);
    expect(codes(await filing.importDrafts([draft({ [received]: '1', [disclosed]: '5' })]))).toEqual([
      ['OVERWRITES_CORRECTION'],
    ]);
  });

  test('a workbook without prose leaves the prose as it is', async () => {
    const [section] = form2021.sections;
    const prose = { id: section!.id, title: section!.title, text: '本年度……' };
    await filing.importDrafts([{ ...draft(), sections: [prose] }]);
    await filing.importDrafts([draft({ [received]: '1' })]);
    expect((await filing.report(code, 2024)).sections).toEqual([prose]);
    expect(statuses(await filing.importDrafts([draft({ [received]: '1' })]))).toEqual(['UNCHANGED']);
  });
});
