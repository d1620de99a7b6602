import { registerEnumType } from 'type-graphql';

/** 强制性审核 is ERROR, 核实性审核 is EXPLAIN. */
export enum Severity {
  ERROR = 'error',
  EXPLAIN = 'explain',
  WARNING = 'warning',
  INFO = 'info',
}

registerEnumType(Severity, {
  name: 'Severity',
  description: '严重程度',
  valuesConfig: {
    ERROR: { description: '强制性审核：必须改正，否则不能上报' },
    EXPLAIN: { description: '核实性审核：改正，或用文字说明后才能上报' },
    WARNING: { description: '提醒：建议核对' },
    INFO: { description: '提示：已作的整理' },
  },
});
