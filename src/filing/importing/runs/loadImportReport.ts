import type { EntityManager } from 'typeorm';
import { ImportReport } from '../../../../entities/importing/ImportReport.js';
import type { Id } from '../../../brands/brands.js';

/** What an import said of one report of a file; null when the file has no such report. */
export function loadImportReport(
  manager: EntityManager,
  fileId: Id<'File'>,
  position: number,
): Promise<ImportReport | null> {
  return manager.findOneBy(ImportReport, { fileId, position });
}
