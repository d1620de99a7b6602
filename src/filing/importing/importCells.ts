import type { EntityManager } from 'typeorm';
import type { DraftCell, DraftSection, ReportDraft } from '../../../importers/draft/draft.js';
import { fillBlanks } from '../../../importers/match/fillBlanks.js';
import { cellsOf, formatValue, type CellKey } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { formById, formForYear } from '../../forms/index.js';
import { isError } from '../../problems/problem.js';
import { wholeText } from '../../text/wholeText.js';
import type { Actor } from '../access/actor.js';
import { appendAudit, type AuditEvent } from '../audit/appendAudit.js';
import { fileReports } from './fileReports.js';
import type { ReportOutcome } from './importOutcome.js';
import { loadReport } from '../reports/loadReport.js';
import { readCells, type GivenCell } from '../correcting/readCells.js';
import { Refusal, refuseAny } from '../refusal.js';
import { requireYear } from '../requireYear.js';
import type { ReportCells, ReportHead } from '../reports/storedReport.js';

export interface CellsToImport {
  /** Code, name or alias. */
  readonly agency: string;
  readonly year: number;
  /** The form of the year when left out. */
  readonly form?: string | null;
  /** Cells left out are blank. */
  readonly cells: readonly GivenCell[];
  readonly sections?: readonly DraftSection[] | null;
  readonly blanksAreZero: boolean;
  readonly overwriteCorrections?: boolean;
}

export interface CellsImported {
  readonly report: ReportCells;
  /** STORED or UNCHANGED, with what changed. */
  readonly outcome: ReportOutcome;
}

/** Files a report whose cells a system sends without a file. Refused as a whole when anything is wrong with it. */
export async function importCells(
  manager: EntityManager,
  actor: Actor,
  request: CellsToImport,
): Promise<CellsImported> {
  requireYear(request.year);
  const form = formOf(request);
  const draft = draftOf(form, request);
  const at = new Date();
  const filed = await fileReports(
    manager,
    { actor, at },
    {
      sent: [{ draft, fileName: '', sha256: null, fileRefused: false }],
      options: {
        dryRun: false,
        year: request.year,
        agency: request.agency,
        layout: 'report',
        blanksAreZero: request.blanksAreZero,
        errorPolicy: 'REJECT_REPORT',
        overwriteCorrections: request.overwriteCorrections ?? false,
      },
    },
  );
  const [outcome] = filed.reports;
  if (!outcome) throw new Error('one report was sent and none was answered');
  refuseAny(
    outcome.problems.filter(isError).map((found) => {
      const index = request.cells.findIndex(({ key }) => key === found.cell);
      return Refusal.of(found, index < 0 ? pathOf(found.code) : ['cells', String(index), 'value']);
    }),
  );
  const report =
    outcome.agencyCode === null ? null : await loadReport(manager, outcome.agencyCode, request.year);
  if (!report) throw new Error('a report that was just filed is not there');
  if (filed.stored === 0) await appendAudit(manager, actor, at, [unchanged(report)]);
  return { report, outcome };
}

function formOf({ form: id, year }: CellsToImport): Form {
  const form = id == null ? formForYear(year) : formById(id);
  if (form) return form;
  throw id == null
    ? new Refusal('FORM_UNKNOWN', `${year} 年度没有可用的统一格式。请核对年度，或写明统一格式。`, ['year'])
    : new Refusal('FORM_UNKNOWN', `不认识统一格式“${id}”。`, ['form']);
}

function draftOf(form: Form, { year, cells, sections, blanksAreZero }: CellsToImport): ReportDraft {
  const { values, refusals } = readCells(form, cells, 'cells');
  refuseAny([
    ...refusals,
    ...(sections ?? []).flatMap(({ id }, index) =>
      form.sections.some((section) => section.id === id)
        ? []
        : [
            new Refusal('INVALID_REQUEST', `统一格式没有“${id}”这一部分。`, [
              'sections',
              String(index),
              'id',
            ]),
          ],
    ),
  ]);
  const given = new Map(values);
  const drafted = new Map(
    cellsOf(form).map(({ key, column }): [CellKey, DraftCell] => {
      const value = given.get(key) ?? null;
      const text = value === null ? null : formatValue(column, value);
      return [key, { value: text, raw: text, at: null }];
    }),
  );
  return {
    form: form.id,
    year,
    agency: null,
    sections: (sections ?? []).map(({ id, title, text }) => ({
      id,
      title: wholeText(title),
      text: wholeText(text),
    })),
    problems: [],
    cells: Object.fromEntries(blanksAreZero ? fillBlanks(form, drafted, new Set()) : drafted),
  };
}

/** What is kept of a report that came as it stands. */
export function unchanged({ id, agency, year, version }: ReportHead): AuditEvent {
  return {
    chain: agency.id,
    action: 'IMPORT_UNCHANGED',
    reason: null,
    agencyId: agency.id,
    reportId: id,
    version,
    changes: [],
    details: { year },
  };
}

function pathOf(code: string): string[] {
  return code.startsWith('AGENCY') ? ['agency'] : [];
}
