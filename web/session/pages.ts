/** A page of the desk: shown to whoever may do at least one of what it is for. */
export interface DeskPage {
  readonly to: string;
  readonly label: string;
  readonly needs: readonly string[];
}

/** The pages, in the order of the work. */
export const pages: readonly DeskPage[] = [
  { to: '/', label: '待办', needs: ['Query.viewer'] },
  { to: '/reports', label: '报告', needs: ['Query.reports'] },
  { to: '/upload', label: '上传', needs: ['POST /imports'] },
  { to: '/ledger', label: '台账', needs: ['POST /ledgers'] },
  { to: '/season', label: '进度', needs: ['Query.progress'] },
  { to: '/rollup', label: '汇总', needs: ['Query.rollUp'] },
  { to: '/requests', label: '申请统计', needs: ['Query.ledgerStatistics'] },
  { to: '/waivers', label: '豁免和建议', needs: ['Mutation.waiverDecide', 'Mutation.proposalDecide'] },
  // Who opens an account or looks into one needs to know the codes.
  { to: '/agencies', label: '机关', needs: ['Mutation.agencyRegister', 'Query.people'] },
  { to: '/requirements', label: '要求', needs: ['Mutation.requirementSet'] },
  { to: '/people', label: '账号', needs: ['Query.people'] },
  { to: '/audit', label: '留痕', needs: ['Query.auditTrail'] },
  { to: '/deliveries', label: '送达', needs: ['Query.deliveries'] },
];
