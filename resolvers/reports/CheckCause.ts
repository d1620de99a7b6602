import { registerEnumType } from 'type-graphql';
import { CheckCause } from '../../entities/judging/CheckCause.js';

registerEnumType(CheckCause, {
  name: 'CheckCause',
  description: '最近一次核对的原因',
  valuesConfig: {
    VERSION: { description: '报告自己有了新的版本' },
    LAST_YEAR: { description: '上一年度的报告改动了' },
    CHILDREN: { description: '所汇总的报告改动了，或汇总名单改动了' },
    AGENCY: { description: '机关的情况改动了，例如能否制定规章' },
    SCHEDULE: { description: '报告上报或发布，与期限比较' },
    RULES: { description: '核对规则改动了' },
  },
});

export { CheckCause };
