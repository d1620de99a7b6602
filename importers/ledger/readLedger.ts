import { tablesOf } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { formById } from '../../src/forms/index.js';
import type { PlacedCase } from '../../src/ledger/LedgerCase.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import { listed } from '../../src/text/listed.js';
import { labelStem } from '../match/labels.js';
import type { Grid, GridRow } from '../reading/grid.js';
import { AskedWords } from './AskedWords.js';
import { boundColumns } from './columns/bindColumns.js';
import { capped } from './capped.js';
import { CaseReader } from './CaseReader.js';
import type { LedgerDraft, LedgerRequest } from './LedgerDraft.js';
import { masked } from './personal.js';
import { ledgerSheets } from './ledgerSheets.js';
import { sheetCases } from './sheetCases.js';

/** Where there are too many lines to be held. */
export interface LinesToRead {
  /** The rows that follow those of the last grid. */
  readonly more?: Iterable<GridRow>;
  /** Is given each case as it is read; the draft holds none then. What it answers is waited for. */
  take?(one: PlacedCase): Promise<void> | undefined;
}

/**
 * Reads a ledger of requests: its columns by their labels, its lines as cases, nothing that tells who asked.
 */
export async function readLedger(
  grids: readonly Grid[],
  request: LedgerRequest,
  { more = [], take }: LinesToRead = {},
): Promise<LedgerDraft> {
  const form = formById(request.form);
  if (!form) throw new Error(`a ledger is to be read for the form ${request.form}, which does not exist`);
  const asked = new AskedWords((meaning) => meaningInWords(form, meaning));
  const reader = new CaseReader(form, request.words, asked);
  const found = ledgerSheets(grids, request, form);
  if (found.sheets.length === 0) return { ...nothingRead, problems: [noLedger()], labels: [], missing: [] };
  const cases: PlacedCase[] = [];
  const keep = take ?? ((one: PlacedCase) => void cases.push(one));
  const last = found.sheets.at(-1);
  for (const sheet of found.sheets)
    for (const one of sheetCases(sheet, reader, request.year, sheet === last ? more : [])) {
      const isWhole = sheet.missing.length === 0;
      const kept = keep(isWhole ? one : { ...one, unread: [...(one.unread ?? []), ...sheet.missing] });
      if (kept) await kept;
    }
  const [first] = found.sheets;
  const bound = new Set(
    found.sheets.flatMap(({ bindings }) =>
      bindings.flatMap(({ columns }) => columns.map(({ label }) => label)),
    ),
  );
  const labels = [...new Set(found.sheets.flatMap(({ head }) => head.columns.map(({ label }) => label)))];
  const dropped = labels.filter((label) => !bound.has(label)).map(masked);
  return {
    columns: boundColumns(first?.bindings ?? []),
    dropped,
    labels: labels.map(masked),
    missing: found.missing,
    asked: asked.asked,
    problems: [
      ...found.problems,
      ...capped(reader.problems),
      ...asked.problems,
      ...(dropped.length > 0 ? [droppedColumns(dropped)] : []),
    ],
    cases,
  };
}

const nothingRead = { columns: [], dropped: [], asked: [], cases: [] };

function noLedger(): Problem {
  return problem(
    'NO_LEDGER_FOUND',
    '没有找到依申请公开台账：没有一张表的表头同时有收到日期、申请人类型、答复日期、办理结果这样的列。请核对是否传错了文件。',
  );
}

function droppedColumns(dropped: readonly string[]): Problem {
  return problem(
    'COLUMNS_DROPPED',
    `没有保存的列：${listed(dropped, 20, '列')}。其余的列不含姓名、联系方式和申请内容。`,
  );
}

/** A row or column of 三 as people say it. */
function meaningInWords(form: Form, meaning: string): string {
  const requests = tablesOf(form).find(({ id }) => id === 'requests');
  const line = [...(requests?.rows ?? []), ...(requests?.columns ?? [])].find(({ id }) => id === meaning);
  if (meaning === 'otherOrganization') return '法人或其他组织“其他”';
  return line ? `“${labelStem(line.label.replace(/(?<=.{3})（.*/u, ''))}”` : '“办理中”';
}
