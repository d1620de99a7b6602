import { registerEnumType } from 'type-graphql';

export enum ImportRunStatus {
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
  FAILED = 'FAILED',
}

registerEnumType(ImportRunStatus, {
  name: 'ImportRunStatus',
  description: '一次导入的进展',
  valuesConfig: {
    RUNNING: { description: '正在导入' },
    DONE: { description: '已完成' },
    CANCELLED: { description: '已取消；取消前存入的报告仍然有效' },
    FAILED: { description: '中途失败；此前存入的报告仍然有效' },
  },
});
