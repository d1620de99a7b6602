import { registerEnumType } from 'type-graphql';
import { WaiverStatus } from '../../entities/workflow/WaiverStatus.js';

registerEnumType(WaiverStatus, {
  name: 'WaiverStatus',
  description: '豁免申请的处理结果',
  valuesConfig: {
    REQUESTED: { description: '待处理' },
    GRANTED: { description: '已批准，到期失效' },
    REFUSED: { description: '未批准' },
  },
});

export { WaiverStatus };
