import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { createReaderPool } from '../../../importers/worker/readerPool.js';
import type { Values } from '../../cells.js';
import { prefill } from '../../checks/sums/prefill.js';
import { blankWorkbook } from '../../exports/printed/writeWorkbook.js';
import { draftValues } from '../../filing/judging/checkDocument.js';
import type { Form } from '../../forms/form.js';
import { formById, forms, formForYear } from '../../forms/index.js';
import { Failure } from '../Failure.js';
import { parseYear } from '../options.js';
import { readInOrder } from '../readInOrder.js';

interface BlankOptions {
  readonly form?: string;
  readonly year?: number;
  readonly agency?: string;
  readonly lastYear?: string;
  readonly output?: string;
}

export function blankCommand(): Command {
  return new Command('blank')
    .description('生成供填报的空白工作簿；不需要数据库')
    .option(
      '--form <格式>',
      `统一格式：${forms.map(({ id }) => id).join('、')}；不填时用该年度的，没有年度时用现行的`,
    )
    .option('--year <年度>', '报告年度，写在标题里', parseYear)
    .option('--agency <名称>', '机关名称，写在标题里')
    .option('--last-year <文件>', '上一年度的报告：据以预填上年结转等，标明请核对')
    .option('-o, --output <文件>', '存为；不填时按标题取名')
    .action(writeBlank);
}

async function writeBlank({ form: id, year, agency, lastYear, output }: BlankOptions): Promise<void> {
  const form =
    id !== undefined
      ? formById(id)
      : year !== undefined
        ? formForYear(year)
        : forms.find(({ lastYear }) => lastYear === null);
  if (!form)
    throw new Failure(
      id !== undefined
        ? `没有统一格式“${id}”。现有：${forms.map((known) => known.id).join('、')}。`
        : `${year} 年度没有统一格式。`,
    );
  const path =
    output ??
    `${(agency ?? '').replace(/[/\\:*?"<>|]/g, '_')}${year ?? ''}年政府信息公开工作年度报告（空白）.xlsx`;
  const prefilled = lastYear === undefined ? undefined : await readLastYear(form, year, lastYear);
  await writeFile(path, await blankWorkbook(form, { agencyName: agency, year, prefilled }));
  console.log(`已生成 ${path}（${form.id} 格式）。`);
}

/** What follows from the report of the year before, read from its file. */
async function readLastYear(form: Form, year: number | undefined, path: string): Promise<Values> {
  const pool = createReaderPool({ workers: 1 });
  try {
    for await (const { draft } of readInOrder(pool, [path], { blanksAreZero: false, layout: 'report' })) {
      const [report] = draft.reports;
      const before = report && formById(report.form);
      if (!report || !before)
        throw new Failure(`${path} 里没有读到上一年度的报告：${draft.problems[0]?.message ?? ''}`);
      if (year !== undefined && report.year !== null && report.year !== year - 1)
        throw new Failure(
          `${path} 是 ${report.year} 年度的报告，预填 ${year} 年度需要 ${year - 1} 年度的报告。`,
        );
      return prefill(form, { form: before, values: draftValues(before, report.cells) });
    }
    throw new Failure(`没有读到 ${path}。`);
  } finally {
    await pool.close();
  }
}
