import { registerEnumType } from 'type-graphql';
import { ProposalStatus } from '../../entities/workflow/ProposalStatus.js';

registerEnumType(ProposalStatus, {
  name: 'ProposalStatus',
  description: '修改建议的处理结果',
  valuesConfig: {
    OPEN: { description: '待处理' },
    TAKEN: { description: '已采纳，成为更正' },
    DECLINED: { description: '未采纳' },
  },
});

export { ProposalStatus };
