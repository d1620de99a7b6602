import { registerEnumType } from 'type-graphql';

export enum AuditAction {
  AGENCY_REGISTERED = 'AGENCY_REGISTERED',
  REPORT_IMPORTED = 'REPORT_IMPORTED',
  CELL_CORRECTED = 'CELL_CORRECTED',
  REPORT_REVERTED = 'REPORT_REVERTED',
  TOKEN_CREATED = 'TOKEN_CREATED',
  TOKEN_REVOKED = 'TOKEN_REVOKED',
}

registerEnumType(AuditAction, {
  name: 'AuditAction',
  description: '留痕的操作',
  valuesConfig: {
    AGENCY_REGISTERED: { description: '登记了机关' },
    REPORT_IMPORTED: { description: '导入了报告' },
    CELL_CORRECTED: { description: '更正了数字' },
    REPORT_REVERTED: { description: '恢复了早先的版本' },
    TOKEN_CREATED: { description: '发放了令牌' },
    TOKEN_REVOKED: { description: '撤销了令牌' },
  },
});
