import { registerEnumType } from 'type-graphql';
import { ReportStatus } from '../../entities/ReportStatus.js';

registerEnumType(ReportStatus, {
  name: 'ReportStatus',
  description: '报告的状态',
  valuesConfig: {
    DRAFT: { description: '草稿：可以导入、更正。下一步：消除错误，对需要核实的问题作出说明' },
  },
});

export { ReportStatus };
