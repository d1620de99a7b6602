import type { EntityManager } from 'typeorm';
import type { ReportDraft } from '../../../../importers/draft/draft.js';
import type { ImportStatus } from '../../../words/importStatuses.js';
import type { Actor } from '../../access/actor.js';
import { resolveAgencies } from '../../agencies/resolveAgency.js';
import type { ImportOptions } from '../deciding/importOptions.js';
import { placeInRequest, type SentReports } from '../deciding/sentReports.js';
import { namesOf } from '../fileReports.js';

/** A report that was sent before and answered then, with what had become of it. */
export interface AnsweredReport {
  readonly draft: ReportDraft;
  readonly status: ImportStatus;
}

/** Reports that are not filed again, because they were answered before, still count as sent in this request. */
export async function noteAnswered(
  manager: EntityManager,
  actor: Actor,
  {
    reports,
    options,
    sent,
  }: {
    readonly reports: readonly AnsweredReport[];
    readonly options: ImportOptions;
    readonly sent: SentReports;
  },
): Promise<void> {
  const asked = reports.map(({ draft }) => namesOf(draft, options));
  const found = await resolveAgencies(manager, actor, asked, { suggesting: false });
  reports.forEach(({ draft: { year, at }, status }, index) => {
    const resolved = found[index];
    if (!resolved || !('agency' in resolved) || year === null) return;
    const place = placeInRequest('', at);
    sent.add(resolved.agency.id, year, place);
    if (status !== 'REJECTED') sent.addFiled(resolved.agency.id, year, place);
  });
}
