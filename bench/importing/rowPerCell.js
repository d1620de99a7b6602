import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import exceljs from 'exceljs';
import { answerParent, measured } from '../support/children.js';
import { openRelations, RelatedReport } from '../support/relations.js';

let database;

answerParent({
  async open(copy) {
    database = await openRelations(copy);
    await database.synchronize();
  },
  /** Reads with exceljs and saves each report with a row a cell. Nothing is matched, checked or audited. */
  run: ({ paths }) =>
    measured(async () => {
      let cells = 0;
      for (const path of paths) {
        const workbook = new exceljs.Workbook();
        await workbook.xlsx.load(await readFile(path));
        for (const sheet of workbook.worksheets.filter(({ state }) => state === 'visible')) {
          const report = reportOf(sheet);
          await database.getRepository(RelatedReport).save(report);
          cells += report.cells.length;
        }
      }
      return cells;
    }),
  async stop() {
    await database?.destroy();
  },
});

function reportOf(sheet) {
  const cells = [];
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (typeof cell.value !== 'number') return;
      const value = String(cell.value);
      cells.push({ position: cells.length, key: cell.address, value, raw: value, at: cell.address });
    }),
  );
  return {
    id: randomUUID(),
    year: 2024,
    formId: '2021',
    status: 'DRAFT',
    version: 1,
    changedAt: new Date(),
    errorCount: 0,
    explainCount: 0,
    cells,
  };
}
