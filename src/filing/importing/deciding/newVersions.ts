import { packedCells } from '../../../../importers/reading/packedCells.js';
import { findCell, valueAt, type CellKey } from '../../../cells.js';
import type { ReportDocument } from '../../judging/checkDocument.js';
import type { CurrentReport } from '../../reports/currentReports.js';
import type { ImportOptions } from './importOptions.js';
import type { IncomingReport } from './incomingReport.js';
import type { JudgedDecision } from './judgeDecisions.js';
import { storedText } from '../../reports/storedText.js';
import type { NewVersion } from '../../judging/storeVersions.js';

/** The version an imported report makes; none when it is not to be stored. */
export function newVersions(
  { decision, prose, document }: JudgedDecision,
  options: ImportOptions,
): (NewVersion & { document: ReportDocument })[] {
  const { incoming, owner, current, diff, status } = decision;
  if (status !== 'STORED' || !owner) return [];
  const { form, values, draft, sha256, fileName } = incoming;
  return [
    {
      document,
      agencyId: owner.agency.id,
      year: owner.year,
      current,
      form,
      values,
      diff,
      cellText: storedText({ values }, packedCells(draft)),
      correctedCells: current ? correctionsKept(incoming, current) : [],
      sections: prose.sections,
      headings: prose.headings,
      datedOn: prose.datedOn,
      publishedOn: draft.publishedOn ?? current?.publishedOn ?? null,
      problems: draft.problems,
      origin: sha256 === null ? 'API' : 'IMPORT',
      uploadSha256: sha256,
      blanksAreZero: options.blanksAreZero,
      errorPolicy: options.errorPolicy,
      findings: document.findings,
      action: 'REPORT_IMPORTED',
      reason: null,
      details: {
        fileName,
        sha256,
        blanksAreZero: options.blanksAreZero,
        errorPolicy: options.errorPolicy,
        overwriteCorrections: options.overwriteCorrections,
      },
    },
  ];
}

/** A cell stays corrected while it has the corrected value: an older file sent later must not undo it unseen. */
function correctionsKept(incoming: IncomingReport, current: CurrentReport): CellKey[] {
  return current.correctedCells.filter(
    (key) =>
      findCell(incoming.form, key) &&
      valueAt(incoming.form, incoming.values, key) === valueAt(current.form, current.values, key),
  );
}
