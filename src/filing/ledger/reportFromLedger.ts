import type { EntityManager } from 'typeorm';
import { ReportLedger } from '../../../entities/ledger/ReportLedger.js';
import { blankValues, withChanges } from '../../cells.js';
import type { Actor } from '../access/actor.js';
import { agencyInReach } from '../agencies/agencyInScope.js';
import { lockAgencies } from '../agencies/lockAgencies.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { loadReport } from '../reports/loadReport.js';
import { beginCounted } from './beginCounted.js';
import { changeCounted } from './changeCounted.js';
import { countLedgers } from './countLedgers.js';
import { ledgerOf } from './loadLedger.js';
import type { ReportCounted, ReportToCount } from './reportToCount.js';

/** Takes 三 and 四 from the ledger into the report, or begins a report with them. Everything else of it stays. */
export async function reportFromLedger(
  manager: EntityManager,
  actor: Actor,
  request: ReportToCount,
  at = new Date(),
): Promise<ReportCounted> {
  const agency = await agencyInReach(manager, actor, request.agency);
  if (!request.preview) {
    refuseAny(checkReason(request.reason));
    await lockAgencies(manager, [agency.id]);
  }
  const ledger = await ledgerOf(manager, agency, request.year);
  if (!ledger)
    throw new Refusal('NO_LEDGER_FOUND', `“${agency.name}”${request.year} 年度还没有台账。请先上传台账。`, [
      'report',
    ]);
  const counted = await countLedgers(manager, ledger.form, ledger.year, [ledger.id]);
  const changes = [...counted].map(([key, count]) => [key, BigInt(count)] as const);
  const existing = await loadReport(manager, agency.code, request.year, 'head');
  const done = existing
    ? await changeCounted(manager, actor, { at, request, ledger, changes })
    : await beginCounted(manager, actor, {
        at,
        request,
        ledger,
        values: withChanges(ledger.form, blankValues(ledger.form), changes),
      });
  if (!request.preview && done.report)
    await manager.insert(ReportLedger, {
      reportId: done.report.id,
      agencyId: agency.id,
      reportVersion: done.report.version,
      ledgerId: ledger.id,
      ledgerVersion: ledger.version,
    });
  return done;
}
