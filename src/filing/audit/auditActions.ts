import type { AuditAction } from '../../../entities/audit/AuditEntry.js';
import { auditActionWords } from '../../words/auditActionWords.js';

/** Every action has its words. */
export const auditActions: Readonly<Record<AuditAction, string>> = auditActionWords;
