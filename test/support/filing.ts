import type { DataSource } from 'typeorm';
import type { Agency } from '../../entities/agencies/Agency.js';
import type { ReportDraft } from '../../importers/draft/draft.js';
import { correctCells, type Correction } from '../../src/filing/correcting/correctCells.js';
import type { Corrected } from '../../src/filing/correcting/changeReport.js';
import type { ImportedFile, ImportOptions } from '../../src/filing/importing/deciding/importOptions.js';
import type { ImportOutcome } from '../../src/filing/importing/importOutcome.js';
import { importReports } from '../../src/filing/importing/importReports.js';
import { loadReport } from '../../src/filing/reports/loadReport.js';
import { Refusal } from '../../src/filing/refusal.js';
import { registerAgency } from '../../src/filing/agencies/registerAgency.js';
import type { ReportCells } from '../../src/filing/reports/storedReport.js';
import { fileOf, importOptions } from './drafts.js';
import { actorNamed } from './actors.js';

/** What people do in these tests, each in a transaction of its own. */
export interface Filing {
  register(code: string, name?: string, aliases?: readonly string[]): Promise<Agency>;
  importFiles(files: readonly ImportedFile[], options?: Partial<ImportOptions>): Promise<ImportOutcome>;
  /** Each draft in a file of its own. */
  importDrafts(drafts: readonly ReportDraft[], options?: Partial<ImportOptions>): Promise<ImportOutcome>;
  correct(
    correction: Partial<Correction> & Pick<Correction, 'agency' | 'year' | 'changes'>,
  ): Promise<Corrected>;
  report(agency: string, year: number): Promise<ReportCells>;
}

export const actor = actorNamed('测试');

export function filingIn(dataSource: DataSource): Filing {
  const importFiles: Filing['importFiles'] = (files, options) =>
    dataSource.transaction((manager) => importReports(manager, actor, files, importOptions(options)));
  return {
    register: (code, name = `${code}局`, aliases = []) =>
      dataSource.transaction((manager) => registerAgency(manager, actor, { code, name, aliases })),
    importFiles,
    importDrafts: (drafts, options) =>
      importFiles(
        drafts.map((draft, index) => fileOf([draft], `${index + 1}.xlsx`)),
        options,
      ),
    correct: (correction) =>
      dataSource.transaction((manager) =>
        correctCells(manager, actor, {
          expectedVersion: 1,
          reason: '核对原始台账',
          preview: false,
          ...correction,
        }),
      ),
    report: async (agency, year) => {
      const report = await loadReport(dataSource.manager, agency, year);
      if (!report) throw new Error(`no report of ${agency} for ${year}`);
      return report;
    },
  };
}

/** The refusal that work must end with. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error;
  throw error ?? new Error('nothing was refused');
}
