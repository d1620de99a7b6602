import { registerEnumType } from 'type-graphql';
import { auditActions } from '../../src/filing/audit/auditActions.js';

const actions = Object.entries(auditActions);

export const AuditAction = Object.fromEntries(actions.map(([action]) => [action, action]));

registerEnumType(AuditAction, {
  name: 'AuditAction',
  description: '留痕的操作',
  valuesConfig: Object.fromEntries(actions.map(([action, description]) => [action, { description }])),
});
