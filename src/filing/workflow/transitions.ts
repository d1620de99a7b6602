import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import type { AuditAction } from '../../../entities/audit/AuditEntry.js';

const { DRAFT, SUBMITTED, RETURNED, ACCEPTED, PUBLISHED, CORRECTING } = ReportStatus;

type StepOperation =
  | 'reportSubmit'
  | 'reportWithdraw'
  | 'reportReturn'
  | 'reportAccept'
  | 'reportPublish'
  | 'reportReopen'
  | 'revisionAbandon';

/** A step a report can take, who takes it and what it is called. */
export interface Transition {
  /** The mutation that takes it. */
  readonly operation: StepOperation;
  readonly label: string;
  readonly from: readonly ReportStatus[];
  readonly to: ReportStatus;
  readonly who: string;
  readonly action: AuditAction;
}

/** The way of a report from filling in to publication, and back for a revision. */
export const transitions = {
  submit: {
    operation: 'reportSubmit',
    label: '上报',
    from: [DRAFT, RETURNED],
    to: SUBMITTED,
    who: '填报单位',
    action: 'REPORT_SUBMITTED',
  },
  withdraw: {
    operation: 'reportWithdraw',
    label: '撤回',
    from: [SUBMITTED],
    to: DRAFT,
    who: '填报单位',
    action: 'REPORT_WITHDRAWN',
  },
  return: {
    operation: 'reportReturn',
    label: '退回',
    from: [SUBMITTED, ACCEPTED],
    to: RETURNED,
    who: '主管部门',
    action: 'REPORT_RETURNED',
  },
  accept: {
    operation: 'reportAccept',
    label: '审核通过',
    from: [SUBMITTED],
    to: ACCEPTED,
    who: '主管部门',
    action: 'REPORT_ACCEPTED',
  },
  publish: {
    operation: 'reportPublish',
    label: '发布',
    from: [ACCEPTED, CORRECTING],
    to: PUBLISHED,
    who: '发布人员',
    action: 'REPORT_PUBLISHED',
  },
  reopen: {
    operation: 'reportReopen',
    label: '启动更正',
    from: [PUBLISHED],
    to: CORRECTING,
    who: '发布人员',
    action: 'REPORT_REOPENED',
  },
  abandon: {
    operation: 'revisionAbandon',
    label: '放弃更正',
    from: [CORRECTING],
    to: PUBLISHED,
    who: '发布人员',
    action: 'REVISION_ABANDONED',
  },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;

/** The steps that can be taken from a status. */
export function stepsFrom(status: ReportStatus): readonly Transition[] {
  const all: readonly Transition[] = Object.values(transitions);
  return all.filter(({ from }) => from.includes(status));
}
