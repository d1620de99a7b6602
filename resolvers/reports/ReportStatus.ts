import { registerEnumType } from 'type-graphql';
import { ReportStatus } from '../../entities/reports/ReportStatus.js';
import { statusWords } from '../../src/filing/workflow/transitions.js';

const described = Object.values(ReportStatus).map((status) => {
  const { label, next } = statusWords[status];
  return [status, { description: `${label}。下一步：${next}` }];
});

registerEnumType(ReportStatus, {
  name: 'ReportStatus',
  description: '报告的状态',
  valuesConfig: Object.fromEntries(described),
});

export { ReportStatus };
