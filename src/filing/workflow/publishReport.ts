import type { EntityManager } from 'typeorm';
import { Publication } from '../../../entities/workflow/Publication.js';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import type { StoredChange } from '../../../entities/reports/StoredChange.js';
import type { Actor } from '../access/actor.js';
import { requiredSections } from '../../checks/prose/missing.js';
import { compareCells } from '../reports/compareCells.js';
import { digests } from '../audit/digests.js';
import { digestOfRow, insertRows } from '../insertRows.js';
import { dayInChina } from '../../season/chinaDay.js';
import { openReport } from '../correcting/openReport.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import type { ReportCells } from '../reports/storedReport.js';
import { isSameProse } from '../reports/proseText.js';
import { valuesHash } from '../reports/valuesHash.js';
import { loadVersion } from '../reports/versions.js';
import { blockersOf, inForce } from './blockers.js';
import { freshReport } from '../correcting/freshReport.js';
import { judgeSchedule } from './judgeSchedule.js';
import { moveReport, requireStatus } from './moveReport.js';
import { receiptOf, type Receipt } from './receipt.js';
import type { StepRequest } from './takeStep.js';
import { transitions } from './transitions.js';
import type { Id } from '../../brands/brands.js';
import { newId } from '../newId.js';

/** The receipt of a publication, with what it pins. */
export interface PublicationReceipt extends Receipt {
  readonly publication: Publication;
}

/**
 * 发布: pins the version, its findings, explanations, waivers, upload and rule set. The first publication of
 * a report needs no reason; a revision says why, and what changed since the one before.
 */
export async function publishReport(
  manager: EntityManager,
  actor: Actor,
  request: Omit<StepRequest, 'reason'> & { readonly reason: string | null },
  at = new Date(),
): Promise<PublicationReceipt> {
  const open = await openReport(manager, actor, { request, purpose: 'STEP' });
  requireStatus(open.report, transitions.publish);
  const report = await freshReport(manager, { actor, at }, open);
  const previous = await latestPublication(manager, report.id);
  refuseAny([
    ...(previous ? checkReason(request.reason ?? '') : []),
    ...(await blockersOf(manager, report, at)),
    ...missingProse(report),
  ]);
  const changes = previous ? await changesSince(manager, report, previous) : [];
  const number = (previous?.number ?? 0) + 1;
  const reason = request.reason?.trim() || null;
  const kept = await inForce(manager, report, at);
  const pinned: Publication = {
    id: newId(),
    reportId: report.id,
    agencyId: report.agency.id,
    number,
    version: report.version,
    publishedAt: at,
    publishedBy: actor.name,
    reason,
    ruleSet: report.ruleSet,
    findings: [...report.findings],
    explanationIds: kept.explanations.map(({ id }) => id),
    waiverIds: kept.waivers.map(({ id }) => id),
    uploadSha256: report.uploadSha256,
    changes,
    auditHead: '',
  };
  await manager.query(
    `UPDATE report SET published_version = version, published_at = coalesce(published_at, $2)
     WHERE id = $1 AND agency_id = $3`,
    [report.id, at.toISOString(), report.agency.id],
  );
  await judgeSchedule(manager, at, open, { publishedOn: open.report.schedule.publishedOn ?? dayInChina(at) });
  // Last, for its entry vouches for all that was done before it.
  const step = await moveReport(manager, actor, {
    at,
    report,
    transition: transitions.publish,
    words: {
      reason,
      details: {
        publication: number,
        changes: changes.length,
        digest: valuesHash(report.values),
        pinned: await digestOfRow(manager, Publication, pinned, {
          expression: digests.publication('$2::uuid'),
          parameters: [pinned.agencyId],
        }),
      },
    },
  });
  const { audit } = step;
  const publication = { ...pinned, auditHead: `${audit.chain}:${audit.sequence}:${audit.hash}` };
  await insertRows(manager, Publication, [publication]);
  return { ...(await receiptOf(manager, report, step)), publication };
}

/** A publication without 总体情况 or 存在的主要问题 is none, whatever was explained: 条例 art. 50. */
function missingProse({ form, sections }: ReportCells): Refusal[] {
  return form.sections
    .filter(({ id }) => requiredSections.includes(id))
    .filter(({ id }) => !sections.some((section) => section.id === id && section.text.trim() !== ''))
    .map(
      ({ id, numeral, title }) =>
        new Refusal(
          'SECTION_MISSING',
          `「${numeral}、${title}」没有文字，不能发布（《政府信息公开条例》第五十条）。请退回填报单位补上，或由填报单位补充后再发布。`,
          ['sections', id],
        ),
    );
}

/** What differs from what was published; a revision without any difference is refused. */
async function changesSince(
  manager: EntityManager,
  report: ReportCells,
  previous: Publication,
): Promise<StoredChange[]> {
  const published = await loadVersion(manager, report.id, previous.version);
  if (!published) throw new Error('a published version is gone');
  const changes = compareCells(published, report);
  const isSame = changes.length === 0 && isSameProse(published, report);
  if (report.status === ReportStatus.CORRECTING && isSame)
    throw new Refusal(
      'NOTHING_CHANGED',
      `与第 ${previous.number} 次发布的内容相同，没有可以发布的更正。请更正后再发布，或放弃更正。`,
      ['report'],
    );
  return changes.map(({ cell, before, after }) => ({ key: cell, before, after }));
}

async function latestPublication(
  manager: EntityManager,
  reportId: Id<'Report'>,
): Promise<Publication | null> {
  return manager.findOne(Publication, { where: { reportId }, order: { number: 'DESC' } });
}
