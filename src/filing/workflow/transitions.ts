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

/** What a status is called, whether the numbers may be changed in it, and what to do next. */
export interface StatusWords {
  readonly label: string;
  readonly open: boolean;
  readonly next: string;
}

export const statusWords: Readonly<Record<ReportStatus, StatusWords>> = {
  DRAFT: {
    label: '草稿',
    open: true,
    next: '填报单位上报；还有强制性审核错误、空白或需要核实的问题的，先更正、填满（或声明空白为零）、说明',
  },
  SUBMITTED: {
    label: '已上报',
    open: false,
    next: '主管部门审核：通过，或附意见退回；填报单位发现有误时可以撤回',
  },
  RETURNED: {
    label: '已退回',
    open: true,
    next: '填报单位按退回意见更正或说明，然后重新上报',
  },
  ACCEPTED: {
    label: '审核通过',
    open: false,
    next: '发布人员发布；发现有误时主管部门可以退回',
  },
  PUBLISHED: {
    label: '已发布',
    open: false,
    next: '发布后发现有误时，发布人员启动更正，改好后再次发布',
  },
  CORRECTING: {
    label: '更正中',
    open: true,
    next: '填报单位更正后由发布人员再次发布；没有改动的放弃更正',
  },
};

/** The steps that can be taken from a status. */
export function stepsFrom(status: ReportStatus): readonly Transition[] {
  const all: readonly Transition[] = Object.values(transitions);
  return all.filter(({ from }) => from.includes(status));
}
