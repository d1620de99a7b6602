import { Deadline } from './season/Deadline.js';
import { Requirement } from './season/Requirement.js';
import { Publication } from './workflow/Publication.js';
import { Waiver } from './workflow/Waiver.js';
import { Proposal } from './workflow/Proposal.js';
import { Remark } from './workflow/Remark.js';
import { ReportTransition } from './workflow/ReportTransition.js';
import { Explanation } from './explaining/Explanation.js';
import { Agency } from './agencies/Agency.js';
import { AuditChain } from './audit/AuditChain.js';
import { AuditSetting } from './audit/AuditSetting.js';
import { AuditEntry } from './audit/AuditEntry.js';
import { IdempotentAnswer } from './importing/IdempotentAnswer.js';
import { ImportFile } from './importing/ImportFile.js';
import { ImportReport } from './importing/ImportReport.js';
import { ImportRun } from './importing/ImportRun.js';
import { Change } from './feed/Change.js';
import { Delivery } from './deliveries/Delivery.js';
import { DeliveryAttempt } from './deliveries/DeliveryAttempt.js';
import { Webhook } from './deliveries/Webhook.js';
import { Report } from './reports/Report.js';
import { ReportVersion } from './reports/ReportVersion.js';
import { Token } from './access/Token.js';
import { Upload } from './importing/Upload.js';
import { Account } from './people/Account.js';
import { AccountOffice } from './people/AccountOffice.js';
import { Session } from './people/Session.js';
import { SignInAttempts } from './people/SignInAttempts.js';
import { OidcIdentity } from './people/OidcIdentity.js';
import { OidcRequest } from './people/OidcRequest.js';
import { Ledger } from './ledger/Ledger.js';
import { LedgerVersion } from './ledger/LedgerVersion.js';
import { StoredCase } from './ledger/StoredCase.js';
import { LedgerWords } from './ledger/LedgerWords.js';
import { WorkYear } from './ledger/WorkYear.js';
import { ReportLedger } from './ledger/ReportLedger.js';
import { LastWrite } from './machines/LastWrite.js';
import { RefusalCount } from './machines/RefusalCount.js';
import { RequestCount } from './machines/RequestCount.js';

/** Everything stored. */
export const entities = [
  Agency,
  Report,
  ReportVersion,
  Upload,
  ImportRun,
  ImportFile,
  ImportReport,
  AuditSetting,
  AuditEntry,
  AuditChain,
  Change,
  Token,
  Explanation,
  ReportTransition,
  Remark,
  Proposal,
  Waiver,
  Publication,
  Deadline,
  Requirement,
  IdempotentAnswer,
  Account,
  AccountOffice,
  Session,
  SignInAttempts,
  OidcIdentity,
  OidcRequest,
  Webhook,
  Delivery,
  DeliveryAttempt,
  Ledger,
  LedgerVersion,
  StoredCase,
  LedgerWords,
  WorkYear,
  ReportLedger,
  LastWrite,
  RefusalCount,
  RequestCount,
];
