import type { EntityManager } from 'typeorm';
import { Publication } from '../../entities/workflow/Publication.js';
import { exportJson } from '../exports/data/exportJson.js';
import { printDocument, type PrintedDocument, type Standing } from '../exports/documents/printedDocument.js';
import type { ExportedReport } from '../exports/printed/ExportedReport.js';
import type { Actor } from '../filing/access/actor.js';
import { visible } from '../filing/access/reach.js';
import { Refusal } from '../filing/refusal.js';
import { loadReport } from '../filing/reports/loadReport.js';
import { loadVersion } from '../filing/reports/versions.js';
import { sha256 } from '../filing/sha256.js';
import { dayInChina } from '../season/chinaDay.js';
import { exportedReport } from './loadExport.js';
import type { Id } from '../brands/brands.js';

/** A report as it is to be printed, with the document that says what it is. */
export interface LoadedDocument {
  readonly report: ExportedReport;
  readonly document: PrintedDocument;
}

/**
 * The report of an agency to print: a publication by its number; without one the current version, which is a
 * draft unless it is what was published last. REPORT_NOT_FOUND, PUBLICATION_UNKNOWN.
 */
export async function loadDocument(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  { agency, year, publication = null }: { agency: string; year: number; publication?: number | null },
): Promise<LoadedDocument> {
  const current = visible(actor, await loadReport(manager, agency, year, 'cells'));
  if (!current)
    throw new Refusal('REPORT_NOT_FOUND', `没有机关“${agency}”${year} 年度的报告。请核对机关代码和年度。`);
  const isPublished = current.version === current.publishedVersion;
  const pinned =
    publication === null && !isPublished ? null : await findPublication(manager, current.id, publication);
  if (!pinned) {
    if (publication !== null)
      throw new Refusal('PUBLICATION_UNKNOWN', `${year} 年度的报告没有第 ${publication} 次发布。`, [
        'publication',
      ]);
    const report = exportedReport(current);
    return { report, document: printDocument(report, { kind: 'draft', version: current.version }) };
  }
  const version = await loadVersion(manager, current.id, pinned.version);
  if (!version) throw new Error('a published version is gone');
  const report = exportedReport({ ...current, ...version, version: version.number });
  const standing: Standing = {
    kind: 'publication',
    number: pinned.number,
    day: dayInChina(pinned.publishedAt),
    digest: sha256(exportJson(report)),
  };
  return { report, document: printDocument(report, standing) };
}

/** The publication of that number; the last one without. */
function findPublication(
  manager: EntityManager,
  reportId: Id<'Report'>,
  number: number | null,
): Promise<Publication | null> {
  return manager.findOne(Publication, {
    where: { reportId, ...(number !== null && { number }) },
    order: { number: 'DESC' },
  });
}
