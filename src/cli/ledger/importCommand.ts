import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { ledgerHeapMegabytes } from '../../../importers/files/limits.js';
import { createReaderPool } from '../../../importers/worker/readerPool.js';
import { inTransaction } from '../../database/inTransaction.js';
import { askedLedger } from '../../filing/ledger/askedLedger.js';
import { importLedger, type LedgerOutcome } from '../../filing/ledger/importLedger.js';
import { LedgerRun } from '../../filing/ledger/LedgerRun.js';
import type { LedgerToImport } from '../../filing/ledger/LedgerToImport.js';
import { sha256 } from '../../filing/sha256.js';
import { withMarks } from './withMarks.js';
import { describeLedger } from './describeLedger.js';
import { ledgerForm } from './ledgerForm.js';
import { readWordsFile } from './readWordsFile.js';
import { Failure } from '../Failure.js';
import { optionHelp, parseYear } from '../options.js';
import { printLine } from '../printLine.js';
import { readInOrder } from '../readInOrder.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';
import { jsonLine } from '../../text/jsonLine.js';

interface LedgerImportOptions {
  readonly agency: string;
  readonly year: number;
  readonly form?: string;
  readonly words?: string;
  readonly dryRun: boolean;
  readonly marked?: string;
  readonly json: boolean;
}

/** Stores the cases of a ledger. */
export function importCommand(): Command {
  return new Command('import')
    .description('导入一个机关一个年度的台账，替换先前的；文件本身不保存，只留摘要')
    .argument('<文件>', '台账文件')
    .requiredOption('--agency <机关>', '机关代码、名称或别名')
    .requiredOption('--year <年度>', optionHelp.year, parseYear)
    .option('--form <格式>', '统一格式：2019 或 2021；不填时按年度')
    .option('--words <文件>', '确认过的列和用词（JSON）；为这个机关记住')
    .option('--dry-run', '只试读，不保存', false)
    .option('--marked <文件夹>', '把有问题的地方标在原文件的副本上，写到这个文件夹（.xlsx、CSV）')
    .option('--json', optionHelp.json, false)
    .addHelpText(
      'after',
      '\n退出码：0 已导入或没有改动；1 被拒绝；2 文件打不开\n例：nianbao ledger import 台账.xlsx --agency 370100 --year 2024',
    )
    .action(importFile);
}

async function importFile(path: string, options: LedgerImportOptions): Promise<void> {
  const { json, year, dryRun } = options;
  const form = ledgerForm(options);
  const words = await readWordsFile(options.words, form);
  const asked = { agency: options.agency, year, form: form.id };
  await withDatabase(async (database) => {
    const pool = createReaderPool({ heapMegabytes: ledgerHeapMegabytes });
    try {
      const reading = await askedLedger(database.manager, commandLineActor, { asked, form, words });
      if ('problem' in reading) throw new Failure(reading.problem.message);
      const ledger = { year, form: form.id, words: reading.words };
      for await (const { bytes, draft } of readInOrder(pool, [path], {
        ...{ blanksAreZero: false, layout: 'ledger' },
        ledger,
      })) {
        const request = { ...reading, year, fileName: path, sha256: sha256(bytes), draft, dryRun };
        const stored = await storedAsRun(database, request, bytes.byteLength);
        const outcome = await withMarks(options.marked, { path, bytes, draft }, stored);
        await printLine(json ? jsonLine(outcome) : `${describeLedger(outcome)}\n${becameOf(outcome)}`);
        process.exitCode = outcome.status !== 'REJECTED' ? 0 : draft.ledger ? 1 : 2;
      }
    } finally {
      await pool.close();
    }
  });
}

/** As a run that others see, and may call off until all is stored. */
async function storedAsRun(
  database: DataSource,
  request: LedgerToImport,
  bytes: number,
): Promise<LedgerOutcome> {
  const { agency, year, form, dryRun } = request;
  const options = { agency: agency.code, year, form: form.id };
  const run = dryRun ? null : await LedgerRun.begin(database, commandLineActor, { options, bytes });
  const store = () =>
    inTransaction(database, async (manager) => {
      const onStored = (casesStored: number, casesRead: number) =>
        run?.progressed({ casesRead, casesStored });
      const signal = run && { signal: run.signal };
      const outcome = await importLedger(manager, commandLineActor, { ...request, ...signal, onStored });
      await run?.store(manager);
      return outcome;
    });
  const stored = await (run ? run.during(store) : store());
  if (!stored) throw new Failure('导入已由别人取消，这个台账没有保存。');
  return stored;
}

function becameOf({ status, version, diff }: LedgerOutcome): string {
  const changes = `新增 ${diff.came.length} 件，去掉 ${diff.went.length} 件，改动 ${diff.changed.length} 件`;
  switch (status) {
    case 'STORED':
      return `已存为台账第 ${version} 版：${changes}。`;
    case 'UNCHANGED':
      return '与现有的台账相同，没有改动。';
    case 'DRY_RUN':
      return `只是试读，没有保存：${changes}。`;
    default:
      return '没有保存：请先改正上面的错误。';
  }
}
