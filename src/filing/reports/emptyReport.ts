import type { Agency } from '../../../entities/agencies/Agency.js';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { ruleSet } from '../../checks/ruleSet.js';
import type { Form } from '../../forms/form.js';
import { lawfulDay } from '../../season/deadline.js';
import type { WholeReport } from './storedReport.js';
import { newId } from '../newId.js';

/** A report that nobody has filed yet: its first version is made from it. */
export function emptyReport(agency: Agency, year: number, form: Form, at: Date): WholeReport {
  const deadline = lawfulDay(year, { ...agency, kind: agency.kind ?? 'DEPARTMENT' });
  return {
    ...{
      id: newId<'Report'>(),
      agencyId: agency.id,
      agency,
      year,
      form,
      status: ReportStatus.DRAFT,
      version: 0,
    },
    ...{ changedAt: at, submittedAt: null, publishedAt: null, publishedVersion: null },
    schedule: { deadline, submittedOn: null, publishedOn: null },
    requirements: null,
    ...{ findings: [], errorCount: 0, explainCount: 0 },
    ...{ ruleSet, checkedAt: at, checkCause: CheckCause.VERSION, stale: false },
    ...{ values: [], correctedCells: [], raws: [], places: [], sections: [], headings: null, datedOn: null },
    ...{ publishedOn: null, problems: [], origin: 'IMPORT', uploadSha256: null, blanksAreZero: false },
    errorPolicy: 'REJECT_REPORT',
  };
}
