/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** 机关的类型 */
export type AgencyKind =
  /** 政府部门 */
  | 'DEPARTMENT'
  /** 人民政府 */
  | 'GOVERNMENT'
  /** 法律、法规授权的组织 */
  | 'ORGANISATION'
  /** 乡镇人民政府、街道办事处 */
  | 'TOWNSHIP';

/** 一格和它的数 */
export type CellChangeInput = {
  /** 格的名称：表.行.列 */
  key: string;
  /** 数；null 为空白 */
  value?: string | null | undefined;
};

/** 对一个核对结果的说明 */
export type FindingExplainInput = {
  /** 所依据的版本；填写时，已被别人改动的不保存 */
  expectedVersion?: number | null | undefined;
  /** 核对结果的编号，见 Report.findings；只有核实性审核的可以说明 */
  finding: string | number;
  /** 哪一份报告 */
  report: ReportKey;
  /** 说明：数字为什么是这样，8 至 500 字，不用套话 */
  text: string;
};

/** 一条退回意见 */
export type RemarkInput = {
  /** 所指的格；对整份报告的意见不填 */
  cell?: string | null | undefined;
  /** 意见（不超过 500 字） */
  text: string;
};

/** 报告的筛选条件，须同时满足 */
export type ReportFilter = {
  /** 机关代码 */
  agencies?: Array<string> | null | undefined;
  /** 在此之后改动过 */
  changedAfter?: string | null | undefined;
  /** 是否应当重新核对 */
  checkDue?: boolean | null | undefined;
  /** 有没有强制性审核错误 */
  hasErrors?: boolean | null | undefined;
  /** 状态 */
  statuses?: Array<ReportStatus> | null | undefined;
  /** 某机关及其下级（机关代码）。登记了机关的上下级关系后可用 */
  under?: string | null | undefined;
  /** 报告年度 */
  years?: Array<number> | null | undefined;
};

/** 由其他系统逐格报送的一份报告 */
export type ReportImportInput = {
  /** 机关代码、名称或别名 */
  agency: string;
  /** 报送人声明：空白即为零。只用于明细格 */
  blanksAreZero?: boolean | null | undefined;
  /** 各格的数；没有列出的格为空白 */
  cells: Array<CellChangeInput>;
  /** 统一格式编号；不填时用该年度的格式 */
  form?: string | number | null | undefined;
  /** 重复报送的标识：7 天之内同一标识再次报送时，给出第一次的答复，不再存一遍 */
  idempotencyKey?: string | null | undefined;
  /** 允许覆盖已更正的数 */
  overwriteCorrections?: boolean | null | undefined;
  /** 一、五、六等部分的文字 */
  sections?: Array<SectionInput> | null | undefined;
  /** 报告年度 */
  year: number;
};

/** 指明一份报告 */
export type ReportKey = {
  /** 机关代码 */
  agency: string;
  /** 报告年度 */
  year: number;
};

/** 报告的排列次序 */
export type ReportOrder =
  /** 按机关代码，同一机关按年度 */
  | 'AGENCY'
  /** 最近改动的在前 */
  | 'CHANGED_DESC'
  /** 错误最多的在前 */
  | 'ERRORS_DESC'
  /** 按年度，同一年度按机关代码 */
  | 'YEAR';

/** 报告的状态 */
export type ReportStatus =
  /** 审核通过。下一步：发布人员发布；发现有误时主管部门可以退回 */
  | 'ACCEPTED'
  /** 更正中。下一步：填报单位更正后由发布人员再次发布；没有改动的放弃更正 */
  | 'CORRECTING'
  /** 草稿。下一步：填报单位上报；还有强制性审核错误、空白或需要核实的问题的，先更正、填满（或声明空白为零）、说明 */
  | 'DRAFT'
  /** 已发布。下一步：发布后发现有误时，发布人员启动更正，改好后再次发布 */
  | 'PUBLISHED'
  /** 已退回。下一步：填报单位按退回意见更正或说明，然后重新上报 */
  | 'RETURNED'
  /** 已上报。下一步：主管部门审核：通过，或附意见退回；填报单位发现有误时可以撤回 */
  | 'SUBMITTED';

/** 一个文字部分和它的正文 */
export type SectionChangeInput = {
  /** 部分的名称，见 forms 的 sections：一、五、六 */
  section: string | number;
  /** 正文；null 为没有这一部分 */
  text?: string | null | undefined;
};

/** 报告的一段文字 */
export type SectionInput = {
  /**
   * 部分的名称
   * @deprecated 自 0.2.0 起改用 key；0.4.0 起不再接受
   */
  id?: string | number | null | undefined;
  /** 部分的名称，见 forms 的 sections。必填 */
  key?: string | null | undefined;
  /** 正文 */
  text: string;
};

/** 严重程度 */
export type Severity =
  /** 强制性审核：必须改正，否则不能上报 */
  | 'ERROR'
  /** 核实性审核：改正，或用文字说明后才能上报 */
  | 'EXPLAIN'
  /** 提示：已作的整理 */
  | 'INFO'
  /** 提醒：建议核对 */
  | 'WARNING';

/** 报告版本的来历 */
export type VersionOrigin =
  /** 由其他系统逐格报送（reportImport） */
  | 'API'
  /** 由各机关的报告汇总（reportConsolidate） */
  | 'CONSOLIDATION'
  /** 更正了个别格 */
  | 'CORRECTION'
  /** 由文件导入 */
  | 'IMPORT'
  /** 恢复为早先的版本 */
  | 'REVERT';

export type FormPageQueryVariables = Exact<{
  agency: string;
  year: number;
  before: number;
}>;


export type FormPageQuery = { agency: { id: string, code: string, name: string, kind: AgencyKind | null, makesRules: boolean | null, consolidates: boolean } | null, report: { id: string, year: number, status: ReportStatus, version: number, changedAt: string, next: string, editable: boolean, values: Readonly<Record<string, unknown>>, agency: { id: string, code: string, name: string, kind: AgencyKind | null, makesRules: boolean | null, consolidates: boolean }, nextSteps: Array<{ operation: string, label: string, who: string, allowed: boolean }>, form: { id: string }, sections: Array<{ key: string, title: string, text: string }>, problems: Array<{ code: string, severity: Severity, cell: string | null, at: string | null, message: string }>, findings: Array<{ id: string, severity: Severity, left: string | null, right: string | null, difference: string | null, message: string, text: string | null, section: string | null, settled: boolean, rule: { id: string }, cells: Array<{ key: string }>, explanation: { id: string, text: string, author: string, at: string } | null }>, steps: Array<{ id: string, from: ReportStatus, to: ReportStatus, version: number, at: string, actor: string, reason: string | null }>, remarks: Array<{ id: string, cell: string | null, text: string, step: { id: string } }>, versions: Array<{ id: string, number: number, origin: VersionOrigin, createdAt: string, createdBy: string }>, publications: Array<{ id: string, number: number, publishedAt: string, publishedBy: string, reason: string | null, auditHead: string, version: { id: string, number: number }, changes: Array<{ cell: string, before: string | null, after: string | null }> }> } | null, lastYear: { id: string, values: Readonly<Record<string, unknown>>, form: { id: string }, sections: Array<{ key: string, title: string, text: string }> } | null };

export type CellBesideQueryVariables = Exact<{
  agency: string;
  year: number;
  key: string;
}>;


export type CellBesideQuery = { report: { id: string, cell: { key: string, raw: string | null, at: string | null, corrected: boolean, history: Array<{ before: string | null, after: string | null, version: number }> } | null } | null };

export type CorrectCellsMutationVariables = Exact<{
  report: ReportKey;
  version: number;
  changes: Array<CellChangeInput> | CellChangeInput;
  reason: string;
}>;


export type CorrectCellsMutation = { cellCorrect: { report: { id: string, version: number } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type CorrectSectionsMutationVariables = Exact<{
  report: ReportKey;
  version: number;
  changes: Array<SectionChangeInput> | SectionChangeInput;
  reason: string;
}>;


export type CorrectSectionsMutation = { sectionCorrect: { report: { id: string, version: number } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type StartReportMutationVariables = Exact<{
  input: ReportImportInput;
}>;


export type StartReportMutation = { reportImport: { report: { id: string, version: number } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type ExplainMutationVariables = Exact<{
  input: FindingExplainInput;
}>;


export type ExplainMutation = { findingExplain: { explanation: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type ReportListQueryVariables = Exact<{
  filter: ReportFilter;
  order: ReportOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type ReportListQuery = { reports: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, year: number, status: ReportStatus, version: number, errorCount: number, unsettledCount: number, changedAt: string, agency: { id: string, code: string, name: string }, nextSteps: Array<{ operation: string, allowed: boolean }> }> } | null };

export type TakenFragment = { report: { id: string, status: ReportStatus, version: number } | null, receipt: { valuesHash: string, auditHead: string, step: { id: string, version: number, at: string, actor: string } } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> };

export type SubmitMutationVariables = Exact<{
  report: ReportKey;
  version: number;
}>;


export type SubmitMutation = { step: { report: { id: string, status: ReportStatus, version: number } | null, receipt: { valuesHash: string, auditHead: string, step: { id: string, version: number, at: string, actor: string } } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type WithdrawMutationVariables = Exact<{
  report: ReportKey;
  version: number;
  reason: string;
}>;


export type WithdrawMutation = { step: { report: { id: string, status: ReportStatus, version: number } | null, receipt: { valuesHash: string, auditHead: string, step: { id: string, version: number, at: string, actor: string } } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type ReturnMutationVariables = Exact<{
  report: ReportKey;
  version: number;
  reason: string;
  remarks: Array<RemarkInput> | RemarkInput;
}>;


export type ReturnMutation = { step: { report: { id: string, status: ReportStatus, version: number } | null, receipt: { valuesHash: string, auditHead: string, step: { id: string, version: number, at: string, actor: string } } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type AcceptMutationVariables = Exact<{
  report: ReportKey;
  version: number;
  reason: string;
}>;


export type AcceptMutation = { step: { report: { id: string, status: ReportStatus, version: number } | null, receipt: { valuesHash: string, auditHead: string, step: { id: string, version: number, at: string, actor: string } } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type PublishMutationVariables = Exact<{
  report: ReportKey;
  version: number;
  reason?: string | null | undefined;
}>;


export type PublishMutation = { step: { report: { id: string, status: ReportStatus, version: number } | null, receipt: { valuesHash: string, auditHead: string, step: { id: string, version: number, at: string, actor: string } } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type ReopenMutationVariables = Exact<{
  report: ReportKey;
  version: number;
  reason: string;
}>;


export type ReopenMutation = { step: { report: { id: string, status: ReportStatus, version: number } | null, receipt: { valuesHash: string, auditHead: string, step: { id: string, version: number, at: string, actor: string } } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type AbandonMutationVariables = Exact<{
  report: ReportKey;
  version: number;
  reason: string;
}>;


export type AbandonMutation = { step: { report: { id: string, status: ReportStatus, version: number } | null, receipt: { valuesHash: string, auditHead: string, step: { id: string, version: number, at: string, actor: string } } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type RollUpPageQueryVariables = Exact<{
  agency: string;
  year: number;
  depth: number;
}>;


export type RollUpPageQuery = { agency: { id: string, code: string, name: string, consolidates: boolean } | null, report: { id: string, version: number, status: ReportStatus, values: Readonly<Record<string, unknown>>, editable: boolean, form: { id: string } } | null, rollUp: { expected: number, filed: number, otherForms: number, blanks: number, values: Readonly<Record<string, unknown>>, missing: { totalCount: number, nodes: Array<{ id: string, code: string, name: string }> }, differences: Array<{ key: string, declared: string | null, sum: string | null, difference: string | null }> | null } | null };

export type RollUpCellQueryVariables = Exact<{
  agency: string;
  year: number;
  depth: number;
  key: string;
}>;


export type RollUpCellQuery = { rollUp: { children: { totalCount: number, nodes: Array<{ value: string | null, agency: { id: string, code: string, name: string } }> } } | null };

export type ConsolidateMutationVariables = Exact<{
  report: ReportKey;
  version?: number | null | undefined;
  depth: number;
  reason: string;
}>;


export type ConsolidateMutation = { reportConsolidate: { report: { id: string, version: number } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type SeasonStartQueryVariables = Exact<{
  search?: string | null | undefined;
  year: number;
}>;


export type SeasonStartQuery = { agencies: { totalCount: number, nodes: Array<{ id: string, code: string, name: string, consolidates: boolean, depth: number }> } | null };

export type SeasonQueryVariables = Exact<{
  agency: string;
  year: number;
}>;


export type SeasonQuery = { progress: { total: number, notStarted: number, draft: number, submitted: number, returned: number, accepted: number, published: number, correcting: number, late: number, agency: { id: string, code: string, name: string, parent: { id: string, code: string, name: string } | null }, children: Array<{ total: number, notStarted: number, draft: number, submitted: number, returned: number, accepted: number, published: number, correcting: number, late: number, agency: { id: string, code: string, name: string } }> } | null, reports: { nodes: Array<{ id: string, status: ReportStatus, errorCount: number, unsettledCount: number, changedAt: string, agency: { id: string, code: string } }> } | null };

export type RemindersQueryVariables = Exact<{
  agency: string;
  year: number;
  after?: string | null | undefined;
}>;


export type RemindersQuery = { reminders: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ status: ReportStatus | null, deadline: unknown, daysLeft: number, agency: { id: string, code: string, name: string } }> } | null };

export type WaitingQueryVariables = Exact<{
  year: number;
}>;


export type WaitingQuery = { agencies: { totalCount: number, nodes: Array<{ code: string, name: string }> } | null, all: { totalCount: number } | null, reports: { totalCount: number, nodes: Array<{ id: string, year: number, status: ReportStatus, errorCount: number, unsettledCount: number, changedAt: string, editable: boolean, agency: { code: string, name: string }, nextSteps: Array<{ operation: string, allowed: boolean }> }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const TakenFragmentDoc = new TypedDocumentString(`
    fragment Taken on StepPayload {
  report {
    id
    status
    version
  }
  receipt {
    valuesHash
    auditHead
    step {
      id
      version
      at
      actor
    }
  }
  userErrors {
    code
    path
    message
  }
}
    `, {"fragmentName":"Taken"}) as unknown as TypedDocumentString<TakenFragment, unknown>;
export const FormPageDocument = new TypedDocumentString(`
    query FormPage($agency: String!, $year: Int!, $before: Int!) {
  agency(code: $agency) {
    id
    code
    name
    kind
    makesRules
    consolidates
  }
  report(agency: $agency, year: $year) {
    id
    agency {
      id
      code
      name
      kind
      makesRules
      consolidates
    }
    year
    status
    version
    changedAt
    next
    editable
    nextSteps {
      operation
      label
      who
      allowed
    }
    form {
      id
    }
    values
    sections {
      key
      title
      text
    }
    problems {
      code
      severity
      cell
      at
      message
    }
    findings {
      id
      rule {
        id
      }
      severity
      cells {
        key
      }
      left
      right
      difference
      message
      text
      section
      settled
      explanation {
        id
        text
        author
        at
      }
    }
    steps {
      id
      from
      to
      version
      at
      actor
      reason
    }
    remarks {
      id
      cell
      text
      step {
        id
      }
    }
    versions {
      id
      number
      origin
      createdAt
      createdBy
    }
    publications {
      id
      number
      publishedAt
      publishedBy
      reason
      auditHead
      version {
        id
        number
      }
      changes {
        cell
        before
        after
      }
    }
  }
  lastYear: report(agency: $agency, year: $before) {
    id
    form {
      id
    }
    values
    sections {
      key
      title
      text
    }
  }
}
    `) as unknown as TypedDocumentString<FormPageQuery, FormPageQueryVariables>;
export const CellBesideDocument = new TypedDocumentString(`
    query CellBeside($agency: String!, $year: Int!, $key: CellKey!) {
  report(agency: $agency, year: $year) {
    id
    cell(key: $key) {
      key
      raw
      at
      corrected
      history {
        before
        after
        version
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CellBesideQuery, CellBesideQueryVariables>;
export const CorrectCellsDocument = new TypedDocumentString(`
    mutation CorrectCells($report: ReportKey!, $version: Int!, $changes: [CellChangeInput!]!, $reason: String!) {
  cellCorrect(
    report: $report
    expectedVersion: $version
    changes: $changes
    reason: $reason
  ) {
    report {
      id
      version
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CorrectCellsMutation, CorrectCellsMutationVariables>;
export const CorrectSectionsDocument = new TypedDocumentString(`
    mutation CorrectSections($report: ReportKey!, $version: Int!, $changes: [SectionChangeInput!]!, $reason: String!) {
  sectionCorrect(
    report: $report
    expectedVersion: $version
    changes: $changes
    reason: $reason
  ) {
    report {
      id
      version
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CorrectSectionsMutation, CorrectSectionsMutationVariables>;
export const StartReportDocument = new TypedDocumentString(`
    mutation StartReport($input: ReportImportInput!) {
  reportImport(input: $input) {
    report {
      id
      version
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StartReportMutation, StartReportMutationVariables>;
export const ExplainDocument = new TypedDocumentString(`
    mutation Explain($input: FindingExplainInput!) {
  findingExplain(input: $input) {
    explanation {
      id
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExplainMutation, ExplainMutationVariables>;
export const ReportListDocument = new TypedDocumentString(`
    query ReportList($filter: ReportFilter!, $order: ReportOrder!, $first: Int!, $after: String) {
  reports(filter: $filter, orderBy: $order, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      agency {
        id
        code
        name
      }
      year
      status
      version
      errorCount
      unsettledCount
      changedAt
      nextSteps {
        operation
        allowed
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReportListQuery, ReportListQueryVariables>;
export const SubmitDocument = new TypedDocumentString(`
    mutation Submit($report: ReportKey!, $version: Int!) {
  step: reportSubmit(report: $report, expectedVersion: $version) {
    ...Taken
  }
}
    fragment Taken on StepPayload {
  report {
    id
    status
    version
  }
  receipt {
    valuesHash
    auditHead
    step {
      id
      version
      at
      actor
    }
  }
  userErrors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<SubmitMutation, SubmitMutationVariables>;
export const WithdrawDocument = new TypedDocumentString(`
    mutation Withdraw($report: ReportKey!, $version: Int!, $reason: String!) {
  step: reportWithdraw(
    report: $report
    expectedVersion: $version
    reason: $reason
  ) {
    ...Taken
  }
}
    fragment Taken on StepPayload {
  report {
    id
    status
    version
  }
  receipt {
    valuesHash
    auditHead
    step {
      id
      version
      at
      actor
    }
  }
  userErrors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<WithdrawMutation, WithdrawMutationVariables>;
export const ReturnDocument = new TypedDocumentString(`
    mutation Return($report: ReportKey!, $version: Int!, $reason: String!, $remarks: [RemarkInput!]!) {
  step: reportReturn(
    report: $report
    expectedVersion: $version
    reason: $reason
    remarks: $remarks
  ) {
    ...Taken
  }
}
    fragment Taken on StepPayload {
  report {
    id
    status
    version
  }
  receipt {
    valuesHash
    auditHead
    step {
      id
      version
      at
      actor
    }
  }
  userErrors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<ReturnMutation, ReturnMutationVariables>;
export const AcceptDocument = new TypedDocumentString(`
    mutation Accept($report: ReportKey!, $version: Int!, $reason: String!) {
  step: reportAccept(report: $report, expectedVersion: $version, reason: $reason) {
    ...Taken
  }
}
    fragment Taken on StepPayload {
  report {
    id
    status
    version
  }
  receipt {
    valuesHash
    auditHead
    step {
      id
      version
      at
      actor
    }
  }
  userErrors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<AcceptMutation, AcceptMutationVariables>;
export const PublishDocument = new TypedDocumentString(`
    mutation Publish($report: ReportKey!, $version: Int!, $reason: String) {
  step: reportPublish(report: $report, expectedVersion: $version, reason: $reason) {
    ...Taken
  }
}
    fragment Taken on StepPayload {
  report {
    id
    status
    version
  }
  receipt {
    valuesHash
    auditHead
    step {
      id
      version
      at
      actor
    }
  }
  userErrors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<PublishMutation, PublishMutationVariables>;
export const ReopenDocument = new TypedDocumentString(`
    mutation Reopen($report: ReportKey!, $version: Int!, $reason: String!) {
  step: reportReopen(report: $report, expectedVersion: $version, reason: $reason) {
    ...Taken
  }
}
    fragment Taken on StepPayload {
  report {
    id
    status
    version
  }
  receipt {
    valuesHash
    auditHead
    step {
      id
      version
      at
      actor
    }
  }
  userErrors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<ReopenMutation, ReopenMutationVariables>;
export const AbandonDocument = new TypedDocumentString(`
    mutation Abandon($report: ReportKey!, $version: Int!, $reason: String!) {
  step: revisionAbandon(
    report: $report
    expectedVersion: $version
    reason: $reason
  ) {
    ...Taken
  }
}
    fragment Taken on StepPayload {
  report {
    id
    status
    version
  }
  receipt {
    valuesHash
    auditHead
    step {
      id
      version
      at
      actor
    }
  }
  userErrors {
    code
    path
    message
  }
}`) as unknown as TypedDocumentString<AbandonMutation, AbandonMutationVariables>;
export const RollUpPageDocument = new TypedDocumentString(`
    query RollUpPage($agency: String!, $year: Int!, $depth: Int!) {
  agency(code: $agency) {
    id
    code
    name
    consolidates
  }
  report(agency: $agency, year: $year) {
    id
    version
    status
    form {
      id
    }
    values
    editable
  }
  rollUp(agency: $agency, year: $year, depth: $depth) {
    expected
    filed
    otherForms
    blanks
    values
    missing(first: 100) {
      totalCount
      nodes {
        id
        code
        name
      }
    }
    differences {
      key
      declared
      sum
      difference
    }
  }
}
    `) as unknown as TypedDocumentString<RollUpPageQuery, RollUpPageQueryVariables>;
export const RollUpCellDocument = new TypedDocumentString(`
    query RollUpCell($agency: String!, $year: Int!, $depth: Int!, $key: CellKey!) {
  rollUp(agency: $agency, year: $year, depth: $depth) {
    children(key: $key, first: 200) {
      totalCount
      nodes {
        agency {
          id
          code
          name
        }
        value
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RollUpCellQuery, RollUpCellQueryVariables>;
export const ConsolidateDocument = new TypedDocumentString(`
    mutation Consolidate($report: ReportKey!, $version: Int, $depth: Int!, $reason: String!) {
  reportConsolidate(
    report: $report
    expectedVersion: $version
    depth: $depth
    reason: $reason
  ) {
    report {
      id
      version
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsolidateMutation, ConsolidateMutationVariables>;
export const SeasonStartDocument = new TypedDocumentString(`
    query SeasonStart($search: String, $year: Int!) {
  agencies(filter: {search: $search, validIn: $year}, first: 50) {
    totalCount
    nodes {
      id
      code
      name
      consolidates
      depth
    }
  }
}
    `) as unknown as TypedDocumentString<SeasonStartQuery, SeasonStartQueryVariables>;
export const SeasonDocument = new TypedDocumentString(`
    query Season($agency: String!, $year: Int!) {
  progress(agency: $agency, year: $year) {
    agency {
      id
      code
      name
      parent {
        id
        code
        name
      }
    }
    total
    notStarted
    draft
    submitted
    returned
    accepted
    published
    correcting
    late
    children {
      agency {
        id
        code
        name
      }
      total
      notStarted
      draft
      submitted
      returned
      accepted
      published
      correcting
      late
    }
  }
  reports(filter: {under: $agency, years: [$year]}, first: 200) {
    nodes {
      id
      agency {
        id
        code
      }
      status
      errorCount
      unsettledCount
      changedAt
    }
  }
}
    `) as unknown as TypedDocumentString<SeasonQuery, SeasonQueryVariables>;
export const RemindersDocument = new TypedDocumentString(`
    query Reminders($agency: String!, $year: Int!, $after: String) {
  reminders(agency: $agency, year: $year, first: 200, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      agency {
        id
        code
        name
      }
      status
      deadline
      daysLeft
    }
  }
}
    `) as unknown as TypedDocumentString<RemindersQuery, RemindersQueryVariables>;
export const WaitingDocument = new TypedDocumentString(`
    query Waiting($year: Int!) {
  agencies(filter: {validIn: $year}, first: 20) {
    totalCount
    nodes {
      code
      name
    }
  }
  all: reports(filter: {years: [$year]}, first: 1) {
    totalCount
  }
  reports(
    filter: {years: [$year], statuses: [DRAFT, RETURNED, SUBMITTED, ACCEPTED, CORRECTING]}
    orderBy: CHANGED_DESC
    first: 100
  ) {
    totalCount
    nodes {
      id
      agency {
        code
        name
      }
      year
      status
      errorCount
      unsettledCount
      changedAt
      editable
      nextSteps {
        operation
        allowed
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WaitingQuery, WaitingQueryVariables>;