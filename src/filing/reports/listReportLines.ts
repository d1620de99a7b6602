import type { EntityManager } from 'typeorm';
import { cellsOf, formatValue } from '../../cells.js';
import type { Column, Form } from '../../forms/form.js';
import type { Actor } from '../access/actor.js';
import { withinScope } from '../access/withinScope.js';
import { listByKeys } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';
import { reportConditions, type ReportFilter } from './listReports.js';
import { storedForm } from './storedForm.js';

interface LineRow {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly version: number;
  readonly formId: string;
  /** `{1,NULL,-3}` */
  readonly values: string;
  /** JSON. */
  readonly sections: string;
  readonly headings: string;
  readonly datedOn: string;
}

const select = (alsoSelected: string) => `SELECT agency.code, agency.name, report.year, report.version,
    version.form_id AS "formId", version."values"::text AS "values", version.sections::text AS sections,
    coalesce(to_json(version.headings)::text, 'null') AS headings,
    coalesce(to_json(version.dated_on)::text, 'null') AS "datedOn"${alsoSelected}
  FROM report JOIN agency ON agency.id = report.agency_id
  JOIN report_version AS version ON version.report_id = report.id
    AND version.agency_id = report.agency_id AND version.number = report.version`;

/**
 * Reports as JSON, each as its JSON export on a line: a season is read as it is stored and written at once, no report
 * is built in between.
 */
export function listReportLines(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  filter: ReportFilter,
  page: PageRequest,
): Promise<Page<string>> {
  return listByKeys(
    manager,
    {
      select,
      conditions: withinScope(reportConditions(filter, actor), actor),
      order: [
        { sql: 'agency.code', type: 'text' },
        { sql: 'report.year', type: 'int' },
      ],
    },
    page,
    lineOf,
  );
}

function lineOf({ code, name, year, version, formId, values, ...text }: LineRow): string {
  const form = storedForm(formId);
  const about = `"agency":${JSON.stringify(name)},"agencyCode":${JSON.stringify(code)},"year":${year}`;
  const prose = `"sections":${text.sections},"headings":${text.headings},"datedOn":${text.datedOn}`;
  return `{${about},"form":${JSON.stringify(form.id)},"version":${version},"cells":{${cellsText(form, values)}},${prose}}\n`;
}

interface PrintedCell {
  /** `"requests.received.total":` */
  readonly key: string;
  readonly position: number;
  readonly column: Column;
}

const printed = new WeakMap<Form, readonly PrintedCell[]>();

function cellsText(form: Form, values: string): string {
  const stored = values.slice(1, -1).split(',');
  let text = '';
  for (const { key, position, column } of printedCells(form)) {
    const value = stored[position];
    if (text !== '') text += ',';
    if (value === undefined || value === 'NULL' || value === '') text += `${key}null`;
    // What is counted is written as it is stored.
    else text += `${key}"${column.quantity === 'money' ? formatValue(column, BigInt(value)) : value}"`;
  }
  return text;
}

function printedCells(form: Form): readonly PrintedCell[] {
  const known = printed.get(form);
  if (known) return known;
  const cells = cellsOf(form).map(({ key, position, column }) => ({
    key: `${JSON.stringify(key)}:`,
    position,
    column,
  }));
  printed.set(form, cells);
  return cells;
}
