import { Deadline } from './Deadline.js';
import { Publication } from './Publication.js';
import { Waiver } from './Waiver.js';
import { Proposal } from './Proposal.js';
import { Remark } from './Remark.js';
import { ReportTransition } from './ReportTransition.js';
import { Explanation } from './Explanation.js';
import { Agency } from './Agency.js';
import { AuditChain } from './AuditChain.js';
import { AuditEntry } from './AuditEntry.js';
import { IdempotentAnswer } from './IdempotentAnswer.js';
import { ImportFile } from './ImportFile.js';
import { ImportReport } from './ImportReport.js';
import { ImportRun } from './ImportRun.js';
import { Report } from './Report.js';
import { ReportVersion } from './ReportVersion.js';
import { Token } from './Token.js';
import { Upload } from './Upload.js';

/** Everything stored. */
export const entities = [
  Agency,
  Report,
  ReportVersion,
  Upload,
  ImportRun,
  ImportFile,
  ImportReport,
  AuditEntry,
  AuditChain,
  Token,
  Explanation,
  ReportTransition,
  Remark,
  Proposal,
  Waiver,
  Publication,
  Deadline,
  IdempotentAnswer,
];
