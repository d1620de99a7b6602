import type { CellKey } from '../../cells.js';
import type { EntityManager } from 'typeorm';
import { Remark } from '../../../entities/workflow/Remark.js';
import { findCell } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import type { Actor } from '../access/actor.js';
import { insertRows } from '../insertRows.js';
import { openReport } from '../correcting/openReport.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { storableText } from '../storable.js';
import { moveReport, requireStatus } from './moveReport.js';
import { receiptOf, type Receipt } from './receipt.js';
import type { StepRequest } from './takeStep.js';
import { transitions } from './transitions.js';
import { newId } from '../newId.js';

export interface GivenRemark {
  /** A cell of the form; null for the report as a whole. */
  readonly cell: CellKey | null;
  readonly text: string;
}

export interface ReportToReturn extends StepRequest {
  readonly remarks: readonly GivenRemark[];
}

const longestRemark = 500;
const mostRemarks = 300;

/** 退回: sends a report back with remarks on its cells. Only the filer corrects. */
export async function returnReport(
  manager: EntityManager,
  actor: Actor,
  request: ReportToReturn,
  at = new Date(),
): Promise<Receipt> {
  const { report } = await openReport(manager, actor, { request, purpose: 'STEP' });
  requireStatus(report, transitions.return);
  refuseAny([...checkReason(request.reason), ...refusalsOf(report.form, request.remarks)]);
  const step = await moveReport(manager, actor, {
    at,
    report,
    transition: transitions.return,
    words: {
      reason: request.reason.trim(),
      details: { remarks: request.remarks.length },
    },
  });
  await insertRows(
    manager,
    Remark,
    request.remarks.map(({ cell, text }, position): Remark => ({
      id: newId(),
      reportId: report.id,
      agencyId: report.agency.id,
      transitionId: step.transition.id,
      position,
      cell,
      text: storableText(text).trim(),
    })),
  );
  return receiptOf(manager, report, step);
}

function refusalsOf(form: Form, remarks: readonly GivenRemark[]): Refusal[] {
  if (remarks.length > mostRemarks)
    return [new Refusal('REMARK_REQUIRED', `退回意见不能超过 ${mostRemarks} 条。`, ['remarks'])];
  return remarks.flatMap(({ cell, text }, index) => {
    const length = text.trim().length;
    const path = ['remarks', String(index)];
    return [
      ...(length === 0 || length > longestRemark
        ? [new Refusal('REMARK_REQUIRED', `请写明意见（不超过 ${longestRemark} 字）。`, [...path, 'text'])]
        : []),
      ...(cell !== null && !findCell(form, cell)
        ? [new Refusal('REMARK_REQUIRED', `统一格式没有“${cell}”这一格。`, [...path, 'cell'])]
        : []),
    ];
  });
}
