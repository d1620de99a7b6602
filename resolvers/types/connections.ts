import { Agency } from '../../entities/agencies/Agency.js';
import { AuditEntry } from '../../entities/audit/AuditEntry.js';
import { connectionOf } from '../edge/connection.js';
import { Finding } from '../judging/Finding.js';
import { Report } from '../reports/Report.js';

export const AgencyConnection = connectionOf('Agency', '行政机关', () => Agency);
export const ReportConnection = connectionOf('Report', '报告', () => Report);
export const FindingConnection = connectionOf('Finding', '核对结果', () => Finding);
export const AuditEntryConnection = connectionOf('AuditEntry', '留痕', () => AuditEntry);
