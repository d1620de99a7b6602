import { statusLabels } from '../season/statusLabels.js';
import type { ReportStatus } from '../../entities/reports/ReportStatus.js';

/** What a status is called, whether the numbers may be changed in it, and what to do next. */
export interface StatusWords {
  readonly label: string;
  readonly open: boolean;
  readonly next: string;
}

export const statusWords: Readonly<Record<ReportStatus, StatusWords>> = {
  DRAFT: {
    label: statusLabels.DRAFT,
    open: true,
    next: '填报单位上报；还有强制性审核错误、空白或需要核实的问题的，先更正、填满（或声明空白为零）、说明',
  },
  SUBMITTED: {
    label: statusLabels.SUBMITTED,
    open: false,
    next: '主管部门审核：通过，或附意见退回；填报单位发现有误时可以撤回',
  },
  RETURNED: {
    label: statusLabels.RETURNED,
    open: true,
    next: '填报单位按退回意见更正或说明，然后重新上报',
  },
  ACCEPTED: {
    label: statusLabels.ACCEPTED,
    open: false,
    next: '发布人员发布；发现有误时主管部门可以退回',
  },
  PUBLISHED: {
    label: statusLabels.PUBLISHED,
    open: false,
    next: '发布后发现有误时，发布人员启动更正，改好后再次发布',
  },
  CORRECTING: {
    label: statusLabels.CORRECTING,
    open: true,
    next: '填报单位更正后由发布人员再次发布；没有改动的放弃更正',
  },
};
