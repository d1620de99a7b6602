/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { CellKey } from '../../src/cells.js';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** 机关名单 */
export type AgenciesImportInput = {
  /** 文件内容（CSV 或工作簿），base64。第一行是列名，“代码”“名称”必有；上级写“上级代码”，可以在名单的任何一行 */
  content: string;
  /** 文件名，例如 机关.xlsx */
  fileName: string;
  /** 已登记的按名单更新；不更新时名称须与登记的一致 */
  update?: boolean;
};

/** 要改的各项；不写的不变，写 null 的清空 */
export type AgencyChangeInput = {
  /** 别名：报告标题中会出现的其他名称 */
  aliases?: Array<string> | null | undefined;
  /** 汇总户：它的报告是之下各机关之和 */
  consolidates?: boolean | null | undefined;
  /** 自己的期限，月和日，例如 01-20 */
  deadline?: string | null | undefined;
  /** 行政区划代码（GB/T 2260），六位数字 */
  divisionCode?: string | null | undefined;
  /** 类型 */
  kind?: AgencyKind | null | undefined;
  /** 级别 */
  level?: AgencyLevel | null | undefined;
  /** 有无规章制定权；不详时不填 */
  makesRules?: boolean | null | undefined;
  /** 新的名称；原来的名称留作别名 */
  name?: string | null | undefined;
  /** 上级机关的代码；最上级没有 */
  parent?: string | null | undefined;
  /** 统一社会信用代码（GB 32100-2015） */
  uscc?: string | null | undefined;
  /** 设立日期，例如 2019-03-01 */
  validFrom?: string | null | undefined;
  /** 撤销日期 */
  validTo?: string | null | undefined;
};

/** 机关的筛选条件 */
export type AgencyFilter = {
  /** 机关代码 */
  codes?: Array<string> | null | undefined;
  /** 是不是汇总户 */
  consolidates?: boolean | null | undefined;
  /** 类型 */
  kinds?: Array<AgencyKind> | null | undefined;
  /** 级别 */
  levels?: Array<AgencyLevel> | null | undefined;
  /** 代码、名称或别名中的文字 */
  search?: string | null | undefined;
  /** 这个机关和它之下的（代码） */
  under?: string | null | undefined;
  /** 这一年度年底存在的 */
  validIn?: number | null | undefined;
};

/** 要登记的机关 */
export type AgencyInput = {
  /** 别名：报告标题中会出现的其他名称 */
  aliases?: Array<string> | null | undefined;
  /** 机关代码，不与其他机关重复；知道统一社会信用代码的用统一社会信用代码 */
  code: string;
  /** 汇总户：它的报告是之下各机关之和 */
  consolidates?: boolean | null | undefined;
  /** 自己的期限，月和日，例如 01-20 */
  deadline?: string | null | undefined;
  /** 行政区划代码（GB/T 2260），六位数字 */
  divisionCode?: string | null | undefined;
  /** 类型 */
  kind?: AgencyKind | null | undefined;
  /** 级别 */
  level?: AgencyLevel | null | undefined;
  /** 有无规章制定权；不详时不填 */
  makesRules?: boolean | null | undefined;
  /** 机关名称 */
  name: string;
  /** 上级机关的代码；最上级没有 */
  parent?: string | null | undefined;
  /** 统一社会信用代码（GB 32100-2015） */
  uscc?: string | null | undefined;
  /** 设立日期，例如 2019-03-01 */
  validFrom?: string | null | undefined;
  /** 撤销日期 */
  validTo?: string | null | undefined;
};

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

/** 机关的级别 */
export type AgencyLevel =
  /** 县级 */
  | 'COUNTY'
  /** 国家级 */
  | 'NATION'
  /** 市级（地级） */
  | 'PREFECTURE'
  /** 省级 */
  | 'PROVINCE'
  /** 乡级 */
  | 'TOWNSHIP';

/** 留痕的操作 */
export type AuditAction =
  /** 更改了机关的登记 */
  | 'AGENCY_CHANGED'
  /** 登记了机关 */
  | 'AGENCY_REGISTERED'
  /** 更正了数字 */
  | 'CELL_CORRECTED'
  /** 设定了期限 */
  | 'DEADLINE_SET'
  /** 要求重新送达 */
  | 'DELIVERY_REPEATED'
  /** 说明了核对结果 */
  | 'FINDING_EXPLAINED'
  /** 绑定了统一身份 */
  | 'IDENTITY_BOUND'
  /** 解除了统一身份的绑定 */
  | 'IDENTITY_UNBOUND'
  /** 取消了导入 */
  | 'IMPORT_CANCELLED'
  /** 导入的报告没有改动 */
  | 'IMPORT_UNCHANGED'
  /** 导入了台账 */
  | 'LEDGER_IMPORTED'
  /** 换了办理的机关 */
  | 'OFFICE_CHOSEN'
  /** 修改了自己的密码 */
  | 'PASSWORD_CHANGED'
  /** 重置了密码 */
  | 'PASSWORD_RESET'
  /** 更改了账号 */
  | 'PERSON_CHANGED'
  /** 停用了账号 */
  | 'PERSON_CLOSED'
  /** 开通了账号 */
  | 'PERSON_CREATED'
  /** 恢复了账号 */
  | 'PERSON_REOPENED'
  /** 没有采纳修改建议 */
  | 'PROPOSAL_DECLINED'
  /** 提出了修改建议 */
  | 'PROPOSAL_MADE'
  /** 被拒绝的操作 */
  | 'REFUSED'
  /** 审核通过了报告 */
  | 'REPORT_ACCEPTED'
  /** 重新核对了报告 */
  | 'REPORT_CHECKED'
  /** 汇总了报告 */
  | 'REPORT_CONSOLIDATED'
  /** 由台账数出了报告的表三、表四 */
  | 'REPORT_COUNTED'
  /** 导入了报告 */
  | 'REPORT_IMPORTED'
  /** 发布了报告 */
  | 'REPORT_PUBLISHED'
  /** 启动了更正 */
  | 'REPORT_REOPENED'
  /** 退回了报告 */
  | 'REPORT_RETURNED'
  /** 恢复了早先的版本 */
  | 'REPORT_REVERTED'
  /** 上报了报告 */
  | 'REPORT_SUBMITTED'
  /** 撤回了报告 */
  | 'REPORT_WITHDRAWN'
  /** 设定了对报告的要求 */
  | 'REQUIREMENT_SET'
  /** 放弃了更正 */
  | 'REVISION_ABANDONED'
  /** 更正了文字 */
  | 'SECTION_CORRECTED'
  /** 登录 */
  | 'SIGNED_IN'
  /** 退出登录 */
  | 'SIGNED_OUT'
  /** 登录失败 */
  | 'SIGN_IN_FAILED'
  /** 登录失败次数太多，账号暂时锁定 */
  | 'SIGN_IN_LOCKED'
  /** 发放了令牌 */
  | 'TOKEN_CREATED'
  /** 撤销了令牌 */
  | 'TOKEN_REVOKED'
  /** 管理令牌查看了数据（每个令牌每天每个地址记一次） */
  | 'TOKEN_USED'
  /** 批准了豁免 */
  | 'WAIVER_GRANTED'
  /** 没有批准豁免 */
  | 'WAIVER_REFUSED'
  /** 申请了豁免 */
  | 'WAIVER_REQUESTED'
  /** 登记了通知地址 */
  | 'WEBHOOK_REGISTERED'
  /** 取消了通知地址 */
  | 'WEBHOOK_REMOVED'
  /** 补录了一年的工作日 */
  | 'WORK_YEAR_SET';

/** 留痕的筛选条件，须同时满足 */
export type AuditFilter = {
  /** 操作 */
  actions?: Array<AuditAction> | null | undefined;
  /** 操作人（令牌的名称） */
  actor?: string | null | undefined;
  /** 机关代码 */
  agency?: string | null | undefined;
  /** 从此时起（含） */
  from?: string | null | undefined;
  /** 改动过这一格的 */
  key?: CellKey | null | undefined;
  /** 哪一份报告 */
  report?: ReportKey | null | undefined;
  /** 到此时为止（不含） */
  to?: string | null | undefined;
};

/** 一格和它的数 */
export type CellChangeInput = {
  /** 格的名称：表.行.列 */
  key: CellKey;
  /** 数；null 为空白 */
  value?: string | null | undefined;
};

/** 送达的方式 */
export type DeliveryChannel =
  /** 文件夹：nianbao drop 写出的一次变化 */
  | 'DROP'
  /** 通知：告诉登记的地址有新的变化 */
  | 'WEBHOOK';

/** 送达的筛选条件，须同时满足 */
export type DeliveryFilter = {
  /** 方式 */
  channels?: Array<DeliveryChannel> | null | undefined;
  /** 进展 */
  states?: Array<DeliveryState> | null | undefined;
  /** 哪个通知地址（编号） */
  webhook?: string | number | null | undefined;
};

/** 送达的进展 */
export type DeliveryState =
  /** 对方已签收 */
  | 'ACKNOWLEDGED'
  /** 已送到 */
  | 'DELIVERED'
  /** 没有送到，不再送 */
  | 'FAILED'
  /** 对方退回 */
  | 'REJECTED'
  /** 还要送 */
  | 'WAITING';

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

/** 账号名单 */
export type PeopleImportInput = {
  /** 文件内容（CSV 或工作簿），base64。第一行是列名：账号、姓名、机关代码、角色、电话；一人几个任职写几行 */
  content: string;
  /** 文件名，例如 账号.xlsx */
  fileName: string;
};

/** 筛选账号 */
export type PersonFilter = {
  /** true：只要停用的；false：只要没有停用的 */
  closed?: boolean | null | undefined;
  /** 账号、姓名或电话里的字 */
  search?: string | null | undefined;
  /** 这个机关（代码）及其下级的 */
  under?: string | null | undefined;
};

/** 要开通的账号 */
export type PersonInput = {
  /** 姓名 */
  displayName: string;
  /** 账号：1 至 50 个字母、数字、汉字或 . _ - @ */
  name: string;
  /** 任职，登录后先为第一个机关办理 */
  offices: Array<PersonOfficeInput>;
  /** 电话 */
  telephone?: string | null | undefined;
};

/** 一项任职 */
export type PersonOfficeInput = {
  /** 机关代码；不填时为全部机关。填报人员必填 */
  agency?: string | null | undefined;
  /** 角色 */
  role: Role;
};

/** 修改建议的处理结果 */
export type ProposalStatus =
  /** 未采纳 */
  | 'DECLINED'
  /** 待处理 */
  | 'OPEN'
  /** 已采纳，成为更正 */
  | 'TAKEN';

/** 一条退回意见 */
export type RemarkInput = {
  /** 所指的格；对整份报告的意见不填 */
  cell?: CellKey | null | undefined;
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
  /** 有没有待处理的豁免申请或修改建议 */
  undecided?: boolean | null | undefined;
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

/** 一个地方对报告的要求 */
export type RequirementInput = {
  /** 一（总体情况）的字数上限，不计空白；不填为不限 */
  longestOverview?: number | null | undefined;
  /** 与上年文字雷同的限度，百分之几；不填为通常的限度 */
  mostLikeness?: number | null | undefined;
  /** 应写明的内容 */
  statements?: Array<string> | null | undefined;
};

/** 令牌的角色：能办什么 */
export type Role =
  /** 管理：管理机关、期限、账号和令牌，并可代办各项 */
  | 'ADMINISTRATOR'
  /** 审计：查看全部内容和留痕，核验留痕，不能改动 */
  | 'AUDITOR'
  /** 填报：填报、更正、说明、上报本机关的报告 */
  | 'FILER'
  /** 发布：发布审核通过的报告，启动更正 */
  | 'PUBLISHER'
  /** 读取：供对接系统读取报告 */
  | 'READER'
  /** 审核：审核、退回下级机关的报告，提出修改建议，批准豁免 */
  | 'REVIEWER'
  /** 安全管理：管理账号、令牌和范围，不能看、不能动报告的数 */
  | 'SECURITY_ADMINISTRATOR'
  /** 系统管理：管理机关和期限，不能看、不能动报告的数 */
  | 'SYSTEM_ADMINISTRATOR';

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
  /** 由台账数出表三、表四（reportFromLedger） */
  | 'LEDGER'
  /** 恢复为早先的版本 */
  | 'REVERT';

/** 豁免申请的处理结果 */
export type WaiverStatus =
  /** 已批准，到期失效 */
  | 'GRANTED'
  /** 未批准 */
  | 'REFUSED'
  /** 待处理 */
  | 'REQUESTED';

export type AgencyTreeQueryVariables = Exact<{
  filter?: AgencyFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AgencyTreeQuery = { agencies: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, code: string, name: string, kind: AgencyKind | null, level: AgencyLevel | null, consolidates: boolean, deadline: string | null, depth: number, validTo: string | null, formerNames: Array<{ name: string, until: string }>, successor: { id: string, name: string } | null, parent: { id: string, code: string, name: string } | null }> } | null };

export type RegisterAgencyMutationVariables = Exact<{
  input: AgencyInput;
}>;


export type RegisterAgencyMutation = { agencyRegister: { agency: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type SetDeadlineMutationVariables = Exact<{
  agency: string;
  kind: AgencyKind;
  day?: string | null | undefined;
  reason: string;
}>;


export type SetDeadlineMutation = { deadlineSet: { day: string | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type ImportAgenciesMutationVariables = Exact<{
  input: AgenciesImportInput;
}>;


export type ImportAgenciesMutation = { agenciesImport: { registered: number, changed: number, known: number, warnings: Array<{ message: string }>, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type ChangeAgencyMutationVariables = Exact<{
  code: string;
  input: AgencyChangeInput;
  reason: string;
}>;


export type ChangeAgencyMutation = { agencyChange: { agency: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type MergeAgencyMutationVariables = Exact<{
  code: string;
  into: string;
  validTo: string;
  reason: string;
}>;


export type MergeAgencyMutation = { agencyMerge: { agency: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type AuditTrailQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditTrailQuery = { auditTrail: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, chain: string, sequence: number, at: string, actor: string, action: AuditAction, reason: string | null, version: number | null, hash: string, details: Readonly<Record<string, unknown>>, changes: Array<{ key: CellKey, before: string | null, after: string | null }> }> } | null };

export type AgenciesOfChainsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type AgenciesOfChainsQuery = { nodes: Array<
    | { id: string, name: string }
    | Record<PropertyKey, never>
   | null> };

export type AuditVerifyQueryVariables = Exact<{
  agency?: string | null | undefined;
  head?: string | null | undefined;
}>;


export type AuditVerifyQuery = { auditVerify: { chain: string, intact: boolean, head: string | null, breaks: Array<{ sequence: number, message: string }> } | null };

export type DeliveriesQueryVariables = Exact<{
  filter?: DeliveryFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type DeliveriesQuery = { deliveries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, channel: DeliveryChannel, state: DeliveryState, target: string, key: string | null, createdAt: string, nextAt: string | null, receipt: string | null, receiptAt: string | null, agency: { id: string, name: string } | null, attempts: Array<{ number: number, at: string, status: number | null, answer: string | null, milliseconds: number }> }> } | null };

export type WebhooksQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WebhooksQuery = { webhooks: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, url: string, createdBy: string, createdAt: string, removedAt: string | null, under: { id: string, name: string } | null }> } | null };

export type RepeatDeliveryMutationVariables = Exact<{
  id: string | number;
}>;


export type RepeatDeliveryMutation = { deliveryRepeat: { userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type RegisterWebhookMutationVariables = Exact<{
  url: string;
  under?: string | null | undefined;
}>;


export type RegisterWebhookMutation = { webhookRegister: { secret: string | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type RemoveWebhookMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type RemoveWebhookMutation = { webhookRemove: { userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type FormPageQueryVariables = Exact<{
  agency: string;
  year: number;
  before: number;
}>;


export type FormPageQuery = { agency: { id: string, code: string, name: string, kind: AgencyKind | null, makesRules: boolean | null, consolidates: boolean } | null, report: { id: string, year: number, status: ReportStatus, version: number, changedAt: string, next: string, values: Readonly<Record<string, unknown>>, editable: boolean, reviewable: boolean, agency: { id: string, code: string, name: string, kind: AgencyKind | null, makesRules: boolean | null, consolidates: boolean }, nextSteps: Array<{ operation: string, label: string, who: string, allowed: boolean }>, form: { id: string }, sections: Array<{ key: string, title: string, text: string }>, problems: Array<{ code: string, severity: Severity, cell: CellKey | null, at: string | null, message: string }>, findings: Array<{ id: string, severity: Severity, left: string | null, right: string | null, difference: string | null, message: string, text: string | null, section: string | null, settled: boolean, rule: { id: string }, cells: Array<{ key: CellKey }>, waiver: { id: string, status: WaiverStatus, expiresAt: string | null } | null, explanation: { id: string, text: string, author: string, at: string } | null }>, steps: Array<{ id: string, from: ReportStatus, to: ReportStatus, version: number, at: string, actor: string, reason: string | null }>, remarks: Array<{ id: string, cell: CellKey | null, text: string, step: { id: string } }>, versions: Array<{ id: string, number: number, origin: VersionOrigin, createdAt: string, createdBy: string }>, publications: Array<{ id: string, number: number, publishedAt: string, publishedBy: string, reason: string | null, auditHead: string, version: { id: string, number: number }, changes: Array<{ cell: CellKey, before: string | null, after: string | null }> }>, waivers: Array<{ id: string, rule: string, cells: Array<CellKey>, reason: string, requester: string, requestedAt: string, status: WaiverStatus, approver: string | null, decidedAt: string | null, decisionReason: string | null, expiresAt: string | null }>, proposals: Array<{ id: string, reason: string, proposedAt: string, proposedBy: string, status: ProposalStatus, decidedBy: string | null, decisionReason: string | null, changes: Array<{ cell: CellKey, before: string | null, after: string | null }> }> } | null, lastYear: { id: string, values: Readonly<Record<string, unknown>>, form: { id: string }, sections: Array<{ key: string, title: string, text: string }> } | null };

export type AskedOfReportQueryVariables = Exact<{
  agency: string;
  year: number;
}>;


export type AskedOfReportQuery = { requirement: { longestOverview: number | null, mostLikeness: number | null, statements: Array<string> } | null };

export type CellBesideQueryVariables = Exact<{
  agency: string;
  year: number;
  key: CellKey;
}>;


export type CellBesideQuery = { report: { id: string, cell: { key: CellKey, raw: string | null, at: string | null, corrected: boolean, history: Array<{ before: string | null, after: string | null, version: number }> } | null } | null };

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

export type CasesBehindQueryVariables = Exact<{
  agency: string;
  year: number;
  cell: CellKey;
}>;


export type CasesBehindQuery = { ledger: { version: number, cells: Readonly<Record<string, unknown>>, cases: { totalCount: number, nodes: Array<{ number: string, received: string | null, answered: string | null, outcome: string | null }> } } | null };

export type ReportVersionForLedgerQueryVariables = Exact<{
  agency: string;
  year: number;
}>;


export type ReportVersionForLedgerQuery = { report: { id: string, version: number, countedFrom: { ledgerVersion: number, currentVersion: number } | null } | null };

export type TakeOverLedgerMutationVariables = Exact<{
  report: ReportKey;
  version?: number | null | undefined;
  reason: string;
  preview: boolean;
}>;


export type TakeOverLedgerMutation = { reportFromLedger: { report: { id: string, version: number } | null, diff: Array<{ cell: CellKey, before: string | null, after: string | null }>, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type RequestStatisticsQueryVariables = Exact<{
  agency: string;
  year: number;
}>;


export type RequestStatisticsQuery = { agency: { id: string, code: string, name: string, parent: { id: string, code: string, name: string } | null } | null, byOffice: { offices: number, whole: { key: string, label: string, cases: number | null, answered: number | null, medianDays: number | null, ninetiethDays: number | null, extended: number | null, outcomes: Array<{ outcome: string, cases: number }> }, groups: Array<{ key: string, label: string, cases: number | null, answered: number | null, medianDays: number | null, ninetiethDays: number | null, extended: number | null, outcomes: Array<{ outcome: string, cases: number }> }> } | null, byMonth: { groups: Array<{ key: string, label: string, cases: number | null, answered: number | null, medianDays: number | null, ninetiethDays: number | null, extended: number | null, outcomes: Array<{ outcome: string, cases: number }> }> } | null, byApplicant: { groups: Array<{ key: string, label: string, cases: number | null, answered: number | null, medianDays: number | null, ninetiethDays: number | null, extended: number | null, outcomes: Array<{ outcome: string, cases: number }> }> } | null };

export type StatisticPartsFragment = { key: string, label: string, cases: number | null, answered: number | null, medianDays: number | null, ninetiethDays: number | null, extended: number | null, outcomes: Array<{ outcome: string, cases: number }> };

export type PeopleQueryVariables = Exact<{
  filter?: PersonFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { people: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ name: string, displayName: string, telephone: string | null, passwordChangeRequired: boolean, lastSignIn: string | null, closedAt: string | null, offices: Array<{ role: Role, code: string | null, agencyName: string | null }> }> } | null };

export type CreatePersonMutationVariables = Exact<{
  input: PersonInput;
}>;


export type CreatePersonMutation = { personCreate: { firstPassword: string | null, person: { name: string, displayName: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type ImportPeopleMutationVariables = Exact<{
  input: PeopleImportInput;
}>;


export type ImportPeopleMutation = { peopleImport: { known: Array<string>, people: Array<{ firstPassword: string, person: { name: string, displayName: string, offices: Array<{ role: Role, code: string | null, agencyName: string | null }> } }>, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type ClosePersonMutationVariables = Exact<{
  name: string;
  reason: string;
}>;


export type ClosePersonMutation = { personClose: { userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type ReopenPersonMutationVariables = Exact<{
  name: string;
}>;


export type ReopenPersonMutation = { personReopen: { firstPassword: string | null, person: { name: string, displayName: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type ResetPasswordMutationVariables = Exact<{
  name: string;
}>;


export type ResetPasswordMutation = { personResetPassword: { firstPassword: string | null, person: { name: string, displayName: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type OutcomesQueryVariables = Exact<{
  agency: string;
  fromYear: number;
  toYear: number;
  keys: Array<CellKey> | CellKey;
  more: Array<CellKey> | CellKey;
}>;


export type OutcomesQuery = { overview: { total: Array<{ year: number, values: Array<{ key: CellKey, value: string | null }> }> } | null, more: { total: Array<{ year: number, values: Array<{ key: CellKey, value: string | null }> }> } | null };

export type CompareYearsQueryVariables = Exact<{
  agency: string;
  years: Array<number> | number;
}>;


export type CompareYearsQuery = { compare: { years: Array<number>, rows: Array<{ key: CellKey, values: Array<{ value: string | null }> }> } | null };

export type RequirementOfQueryVariables = Exact<{
  agency: string;
  year: number;
}>;


export type RequirementOfQuery = { agency: { id: string, name: string, deadline: string | null } | null, requirement: { longestOverview: number | null, mostLikeness: number | null, statements: Array<string> } | null };

export type SetRequirementMutationVariables = Exact<{
  agency: string;
  firstYear: number;
  asked?: RequirementInput | null | undefined;
  reason: string;
}>;


export type SetRequirementMutation = { requirementSet: { requirement: { longestOverview: number | null, mostLikeness: number | null, statements: Array<string> } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type DecisionsFragment = { id: string, year: number, version: number, editable: boolean, reviewable: boolean, agency: { id: string, code: string, name: string }, form: { id: string }, waivers: Array<{ id: string, rule: string, cells: Array<CellKey>, reason: string, requester: string, requestedAt: string, status: WaiverStatus, approver: string | null, decidedAt: string | null, decisionReason: string | null, expiresAt: string | null }>, proposals: Array<{ id: string, reason: string, proposedAt: string, proposedBy: string, status: ProposalStatus, decidedBy: string | null, decisionReason: string | null, changes: Array<{ cell: CellKey, before: string | null, after: string | null }> }> };

export type UndecidedQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type UndecidedQuery = { reports: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ status: ReportStatus, id: string, year: number, version: number, editable: boolean, reviewable: boolean, agency: { id: string, code: string, name: string }, form: { id: string }, waivers: Array<{ id: string, rule: string, cells: Array<CellKey>, reason: string, requester: string, requestedAt: string, status: WaiverStatus, approver: string | null, decidedAt: string | null, decisionReason: string | null, expiresAt: string | null }>, proposals: Array<{ id: string, reason: string, proposedAt: string, proposedBy: string, status: ProposalStatus, decidedBy: string | null, decisionReason: string | null, changes: Array<{ cell: CellKey, before: string | null, after: string | null }> }> }> } | null };

export type RequestWaiverMutationVariables = Exact<{
  report: ReportKey;
  version: number;
  finding: string | number;
  reason: string;
}>;


export type RequestWaiverMutation = { waiverRequest: { userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type DecideWaiverMutationVariables = Exact<{
  report: ReportKey;
  version: number;
  waiver: string | number;
  grant: boolean;
  reason: string;
  expiresAt?: string | null | undefined;
}>;


export type DecideWaiverMutation = { waiverDecide: { userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type MakeProposalMutationVariables = Exact<{
  report: ReportKey;
  version: number;
  changes: Array<CellChangeInput> | CellChangeInput;
  reason: string;
}>;


export type MakeProposalMutation = { proposalMake: { userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type DecideProposalMutationVariables = Exact<{
  report: ReportKey;
  version: number;
  proposal: string | number;
  take: boolean;
  reason?: string | null | undefined;
}>;


export type DecideProposalMutation = { proposalDecide: { userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type ReportListQueryVariables = Exact<{
  filter: ReportFilter;
  order: ReportOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type ReportListQuery = { reports: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, year: number, status: ReportStatus, version: number, errorCount: number, unsettledCount: number, changedAt: string, agency: { id: string, code: string, name: string }, nextSteps: Array<{ operation: string, allowed: boolean }> }> } | null };

export type SinceQueryVariables = Exact<{
  agency: string;
  year: number;
  at: string;
}>;


export type SinceQuery = { report: { id: string, asOf: { id: string, number: number, values: Readonly<Record<string, unknown>>, form: { id: string }, sections: Array<{ key: string, title: string, text: string }> } | null } | null };

export type ReceiptsQueryVariables = Exact<{
  agency: string;
  year: number;
}>;


export type ReceiptsQuery = { report: { id: string, receipts: Array<{ valuesHash: string, auditHead: string, step: { id: string, version: number, at: string, actor: string } }> } | null };

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


export type RollUpPageQuery = { agency: { id: string, code: string, name: string, consolidates: boolean } | null, report: { id: string, version: number, status: ReportStatus, values: Readonly<Record<string, unknown>>, editable: boolean, form: { id: string } } | null, rollUp: { expected: number, filed: number, otherForms: number, blanks: number, values: Readonly<Record<string, unknown>>, missing: { totalCount: number, nodes: Array<{ id: string, code: string, name: string }> }, differences: Array<{ key: CellKey, declared: string | null, sum: string | null, difference: string | null }> | null } | null };

export type RollUpCellQueryVariables = Exact<{
  agency: string;
  year: number;
  depth: number;
  key: CellKey;
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


export type SeasonQuery = { progress: { total: number, notStarted: number, draft: number, submitted: number, returned: number, accepted: number, published: number, correcting: number, late: number, agency: { id: string, code: string, name: string, parent: { id: string, code: string, name: string } | null }, days: Array<{ day: string, submitted: number, published: number, due: number }>, children: Array<{ total: number, notStarted: number, draft: number, submitted: number, returned: number, accepted: number, published: number, correcting: number, late: number, agency: { id: string, code: string, name: string } }> } | null, reports: { nodes: Array<{ id: string, status: ReportStatus, errorCount: number, unsettledCount: number, changedAt: string, agency: { id: string, code: string } }> } | null };

export type RemindersQueryVariables = Exact<{
  agency: string;
  year: number;
  after?: string | null | undefined;
}>;


export type RemindersQuery = { reminders: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ status: ReportStatus | null, deadline: string, daysLeft: number, agency: { id: string, code: string, name: string, contacts: Array<{ displayName: string, telephone: string | null, role: Role }> | null } }> } | null };

export type WhoQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoQuery = { viewer: { name: string, displayName: string, signedIn: boolean, role: Role, operations: Array<string>, lastSignIn: string | null, lastSignInFrom: string | null, agency: { id: string, code: string, name: string } | null, offices: Array<{ key: string, role: Role, agencyName: string | null, current: boolean }> } };

export type TopAgencyQueryVariables = Exact<{
  year: number;
}>;


export type TopAgencyQuery = { agencies: { nodes: Array<{ id: string, code: string, depth: number }> } | null };

export type MissingOfficesQueryVariables = Exact<{
  agency: string;
  year: number;
}>;


export type MissingOfficesQuery = { progress: { total: number, notStarted: number } | null, reminders: { nodes: Array<{ status: ReportStatus | null, agency: { id: string, code: string, name: string } }> } | null };

export type WaitingQueryVariables = Exact<{
  year: number;
  numbers: boolean;
}>;


export type WaitingQuery = { viewer: { waiting: Array<{ operation: string, label: string, status: ReportStatus | null, year: number, count: number }> }, agencies: { totalCount: number, nodes: Array<{ code: string, name: string }> } | null, all?: { nodes: Array<{ id: string, agency: { id: string, code: string } }> } | null, reports?: { totalCount: number, nodes: Array<{ id: string, year: number, status: ReportStatus, errorCount: number, unsettledCount: number, changedAt: string, editable: boolean, agency: { code: string, name: string }, nextSteps: Array<{ operation: string, allowed: boolean }> }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, unknown> | undefined;

  constructor(value: string, __meta__?: Record<string, unknown> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const StatisticPartsFragmentDoc = new TypedDocumentString(`
    fragment StatisticParts on StatisticGroup {
  key
  label
  cases
  answered
  medianDays
  ninetiethDays
  extended
  outcomes {
    outcome
    cases
  }
}
    `, {"fragmentName":"StatisticParts"}) as unknown as TypedDocumentString<StatisticPartsFragment, unknown>;
export const DecisionsFragmentDoc = new TypedDocumentString(`
    fragment Decisions on Report {
  id
  agency {
    id
    code
    name
  }
  year
  version
  form {
    id
  }
  editable
  reviewable
  waivers {
    id
    rule
    cells
    reason
    requester
    requestedAt
    status
    approver
    decidedAt
    decisionReason
    expiresAt
  }
  proposals {
    id
    changes {
      cell
      before
      after
    }
    reason
    proposedAt
    proposedBy
    status
    decidedBy
    decisionReason
  }
}
    `, {"fragmentName":"Decisions"}) as unknown as TypedDocumentString<DecisionsFragment, unknown>;
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
export const AgencyTreeDocument = new TypedDocumentString(`
    query AgencyTree($filter: AgencyFilter, $after: String) {
  agencies(filter: $filter, first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      code
      name
      kind
      level
      consolidates
      deadline
      depth
      validTo
      formerNames {
        name
        until
      }
      successor {
        id
        name
      }
      parent {
        id
        code
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AgencyTreeQuery, AgencyTreeQueryVariables>;
export const RegisterAgencyDocument = new TypedDocumentString(`
    mutation RegisterAgency($input: AgencyInput!) {
  agencyRegister(input: $input) {
    agency {
      id
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterAgencyMutation, RegisterAgencyMutationVariables>;
export const SetDeadlineDocument = new TypedDocumentString(`
    mutation SetDeadline($agency: String!, $kind: AgencyKind!, $day: String, $reason: String!) {
  deadlineSet(agency: $agency, kind: $kind, day: $day, reason: $reason) {
    day
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetDeadlineMutation, SetDeadlineMutationVariables>;
export const ImportAgenciesDocument = new TypedDocumentString(`
    mutation ImportAgencies($input: AgenciesImportInput!) {
  agenciesImport(input: $input) {
    registered
    changed
    known
    warnings {
      message
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportAgenciesMutation, ImportAgenciesMutationVariables>;
export const ChangeAgencyDocument = new TypedDocumentString(`
    mutation ChangeAgency($code: String!, $input: AgencyChangeInput!, $reason: String!) {
  agencyChange(code: $code, input: $input, reason: $reason) {
    agency {
      id
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeAgencyMutation, ChangeAgencyMutationVariables>;
export const MergeAgencyDocument = new TypedDocumentString(`
    mutation MergeAgency($code: String!, $into: String!, $validTo: Date!, $reason: String!) {
  agencyMerge(code: $code, into: $into, validTo: $validTo, reason: $reason) {
    agency {
      id
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MergeAgencyMutation, MergeAgencyMutationVariables>;
export const AuditTrailDocument = new TypedDocumentString(`
    query AuditTrail($filter: AuditFilter, $after: String) {
  auditTrail(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      chain
      sequence
      at
      actor
      action
      reason
      version
      hash
      details
      changes {
        key
        before
        after
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const AgenciesOfChainsDocument = new TypedDocumentString(`
    query AgenciesOfChains($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Agency {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<AgenciesOfChainsQuery, AgenciesOfChainsQueryVariables>;
export const AuditVerifyDocument = new TypedDocumentString(`
    query AuditVerify($agency: String, $head: String) {
  auditVerify(agency: $agency, head: $head) {
    chain
    intact
    head
    breaks {
      sequence
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AuditVerifyQuery, AuditVerifyQueryVariables>;
export const DeliveriesDocument = new TypedDocumentString(`
    query Deliveries($filter: DeliveryFilter, $after: String) {
  deliveries(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      channel
      state
      target
      key
      createdAt
      nextAt
      receipt
      receiptAt
      agency {
        id
        name
      }
      attempts {
        number
        at
        status
        answer
        milliseconds
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks($after: String) {
  webhooks(first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      url
      createdBy
      createdAt
      removedAt
      under {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const RepeatDeliveryDocument = new TypedDocumentString(`
    mutation RepeatDelivery($id: ID!) {
  deliveryRepeat(id: $id) {
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RepeatDeliveryMutation, RepeatDeliveryMutationVariables>;
export const RegisterWebhookDocument = new TypedDocumentString(`
    mutation RegisterWebhook($url: String!, $under: String) {
  webhookRegister(url: $url, under: $under) {
    secret
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterWebhookMutation, RegisterWebhookMutationVariables>;
export const RemoveWebhookDocument = new TypedDocumentString(`
    mutation RemoveWebhook($id: ID!, $reason: String!) {
  webhookRemove(id: $id, reason: $reason) {
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveWebhookMutation, RemoveWebhookMutationVariables>;
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
    ...Decisions
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
      waiver {
        id
        status
        expiresAt
      }
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
    fragment Decisions on Report {
  id
  agency {
    id
    code
    name
  }
  year
  version
  form {
    id
  }
  editable
  reviewable
  waivers {
    id
    rule
    cells
    reason
    requester
    requestedAt
    status
    approver
    decidedAt
    decisionReason
    expiresAt
  }
  proposals {
    id
    changes {
      cell
      before
      after
    }
    reason
    proposedAt
    proposedBy
    status
    decidedBy
    decisionReason
  }
}`) as unknown as TypedDocumentString<FormPageQuery, FormPageQueryVariables>;
export const AskedOfReportDocument = new TypedDocumentString(`
    query AskedOfReport($agency: String!, $year: Int!) {
  requirement(agency: $agency, year: $year) {
    longestOverview
    mostLikeness
    statements
  }
}
    `) as unknown as TypedDocumentString<AskedOfReportQuery, AskedOfReportQueryVariables>;
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
export const CasesBehindDocument = new TypedDocumentString(`
    query CasesBehind($agency: String!, $year: Int!, $cell: CellKey!) {
  ledger(agency: $agency, year: $year) {
    version
    cells
    cases(cell: $cell, first: 50) {
      totalCount
      nodes {
        number
        received
        answered
        outcome
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CasesBehindQuery, CasesBehindQueryVariables>;
export const ReportVersionForLedgerDocument = new TypedDocumentString(`
    query ReportVersionForLedger($agency: String!, $year: Int!) {
  report(agency: $agency, year: $year) {
    id
    version
    countedFrom {
      ledgerVersion
      currentVersion
    }
  }
}
    `) as unknown as TypedDocumentString<ReportVersionForLedgerQuery, ReportVersionForLedgerQueryVariables>;
export const TakeOverLedgerDocument = new TypedDocumentString(`
    mutation TakeOverLedger($report: ReportKey!, $version: Int, $reason: String!, $preview: Boolean!) {
  reportFromLedger(
    report: $report
    expectedVersion: $version
    reason: $reason
    preview: $preview
  ) {
    report {
      id
      version
    }
    diff {
      cell
      before
      after
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TakeOverLedgerMutation, TakeOverLedgerMutationVariables>;
export const RequestStatisticsDocument = new TypedDocumentString(`
    query RequestStatistics($agency: String!, $year: Int!) {
  agency(code: $agency) {
    id
    code
    name
    parent {
      id
      code
      name
    }
  }
  byOffice: ledgerStatistics(agency: $agency, year: $year, by: OFFICE) {
    offices
    whole {
      ...StatisticParts
    }
    groups {
      ...StatisticParts
    }
  }
  byMonth: ledgerStatistics(agency: $agency, year: $year, by: MONTH) {
    groups {
      ...StatisticParts
    }
  }
  byApplicant: ledgerStatistics(agency: $agency, year: $year, by: APPLICANT) {
    groups {
      ...StatisticParts
    }
  }
}
    fragment StatisticParts on StatisticGroup {
  key
  label
  cases
  answered
  medianDays
  ninetiethDays
  extended
  outcomes {
    outcome
    cases
  }
}`) as unknown as TypedDocumentString<RequestStatisticsQuery, RequestStatisticsQueryVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($filter: PersonFilter, $after: String) {
  people(filter: $filter, first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      name
      displayName
      telephone
      offices {
        role
        code
        agencyName
      }
      passwordChangeRequired
      lastSignIn
      closedAt
    }
  }
}
    `) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const CreatePersonDocument = new TypedDocumentString(`
    mutation CreatePerson($input: PersonInput!) {
  personCreate(input: $input) {
    person {
      name
      displayName
    }
    firstPassword
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePersonMutation, CreatePersonMutationVariables>;
export const ImportPeopleDocument = new TypedDocumentString(`
    mutation ImportPeople($input: PeopleImportInput!) {
  peopleImport(input: $input) {
    people {
      person {
        name
        displayName
        offices {
          role
          code
          agencyName
        }
      }
      firstPassword
    }
    known
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportPeopleMutation, ImportPeopleMutationVariables>;
export const ClosePersonDocument = new TypedDocumentString(`
    mutation ClosePerson($name: String!, $reason: String!) {
  personClose(name: $name, reason: $reason) {
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ClosePersonMutation, ClosePersonMutationVariables>;
export const ReopenPersonDocument = new TypedDocumentString(`
    mutation ReopenPerson($name: String!) {
  personReopen(name: $name) {
    person {
      name
      displayName
    }
    firstPassword
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReopenPersonMutation, ReopenPersonMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($name: String!) {
  personResetPassword(name: $name) {
    person {
      name
      displayName
    }
    firstPassword
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const OutcomesDocument = new TypedDocumentString(`
    query Outcomes($agency: String!, $fromYear: Int!, $toYear: Int!, $keys: [CellKey!]!, $more: [CellKey!]!) {
  overview(
    agency: $agency
    fromYear: $fromYear
    toYear: $toYear
    by: KIND
    keys: $keys
  ) {
    total {
      year
      values {
        key
        value
      }
    }
  }
  more: overview(
    agency: $agency
    fromYear: $fromYear
    toYear: $toYear
    by: KIND
    keys: $more
  ) {
    total {
      year
      values {
        key
        value
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OutcomesQuery, OutcomesQueryVariables>;
export const CompareYearsDocument = new TypedDocumentString(`
    query CompareYears($agency: String!, $years: [Int!]!) {
  compare(agency: $agency, years: $years) {
    years
    rows {
      key
      values {
        value
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompareYearsQuery, CompareYearsQueryVariables>;
export const RequirementOfDocument = new TypedDocumentString(`
    query RequirementOf($agency: String!, $year: Int!) {
  agency(code: $agency) {
    id
    name
    deadline
  }
  requirement(agency: $agency, year: $year) {
    longestOverview
    mostLikeness
    statements
  }
}
    `) as unknown as TypedDocumentString<RequirementOfQuery, RequirementOfQueryVariables>;
export const SetRequirementDocument = new TypedDocumentString(`
    mutation SetRequirement($agency: String!, $firstYear: Int!, $asked: RequirementInput, $reason: String!) {
  requirementSet(
    agency: $agency
    firstYear: $firstYear
    asked: $asked
    reason: $reason
  ) {
    requirement {
      longestOverview
      mostLikeness
      statements
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetRequirementMutation, SetRequirementMutationVariables>;
export const UndecidedDocument = new TypedDocumentString(`
    query Undecided($after: String) {
  reports(
    filter: {undecided: true}
    orderBy: CHANGED_DESC
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Decisions
      status
    }
  }
}
    fragment Decisions on Report {
  id
  agency {
    id
    code
    name
  }
  year
  version
  form {
    id
  }
  editable
  reviewable
  waivers {
    id
    rule
    cells
    reason
    requester
    requestedAt
    status
    approver
    decidedAt
    decisionReason
    expiresAt
  }
  proposals {
    id
    changes {
      cell
      before
      after
    }
    reason
    proposedAt
    proposedBy
    status
    decidedBy
    decisionReason
  }
}`) as unknown as TypedDocumentString<UndecidedQuery, UndecidedQueryVariables>;
export const RequestWaiverDocument = new TypedDocumentString(`
    mutation RequestWaiver($report: ReportKey!, $version: Int!, $finding: ID!, $reason: String!) {
  waiverRequest(
    report: $report
    expectedVersion: $version
    finding: $finding
    reason: $reason
  ) {
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequestWaiverMutation, RequestWaiverMutationVariables>;
export const DecideWaiverDocument = new TypedDocumentString(`
    mutation DecideWaiver($report: ReportKey!, $version: Int!, $waiver: ID!, $grant: Boolean!, $reason: String!, $expiresAt: DateTime) {
  waiverDecide(
    report: $report
    expectedVersion: $version
    waiver: $waiver
    grant: $grant
    reason: $reason
    expiresAt: $expiresAt
  ) {
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideWaiverMutation, DecideWaiverMutationVariables>;
export const MakeProposalDocument = new TypedDocumentString(`
    mutation MakeProposal($report: ReportKey!, $version: Int!, $changes: [CellChangeInput!]!, $reason: String!) {
  proposalMake(
    report: $report
    expectedVersion: $version
    changes: $changes
    reason: $reason
  ) {
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MakeProposalMutation, MakeProposalMutationVariables>;
export const DecideProposalDocument = new TypedDocumentString(`
    mutation DecideProposal($report: ReportKey!, $version: Int!, $proposal: ID!, $take: Boolean!, $reason: String) {
  proposalDecide(
    report: $report
    expectedVersion: $version
    proposal: $proposal
    take: $take
    reason: $reason
  ) {
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideProposalMutation, DecideProposalMutationVariables>;
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
export const SinceDocument = new TypedDocumentString(`
    query Since($agency: String!, $year: Int!, $at: DateTime!) {
  report(agency: $agency, year: $year) {
    id
    asOf(at: $at) {
      id
      number
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
}
    `) as unknown as TypedDocumentString<SinceQuery, SinceQueryVariables>;
export const ReceiptsDocument = new TypedDocumentString(`
    query Receipts($agency: String!, $year: Int!) {
  report(agency: $agency, year: $year) {
    id
    receipts {
      valuesHash
      auditHead
      step {
        id
        version
        at
        actor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReceiptsQuery, ReceiptsQueryVariables>;
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
    days {
      day
      submitted
      published
      due
    }
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
        contacts {
          displayName
          telephone
          role
        }
      }
      status
      deadline
      daysLeft
    }
  }
}
    `) as unknown as TypedDocumentString<RemindersQuery, RemindersQueryVariables>;
export const WhoDocument = new TypedDocumentString(`
    query Who {
  viewer {
    name
    displayName
    signedIn
    role
    operations
    agency {
      id
      code
      name
    }
    offices {
      key
      role
      agencyName
      current
    }
    lastSignIn
    lastSignInFrom
  }
}
    `) as unknown as TypedDocumentString<WhoQuery, WhoQueryVariables>;
export const TopAgencyDocument = new TypedDocumentString(`
    query TopAgency($year: Int!) {
  agencies(filter: {validIn: $year}, first: 50) {
    nodes {
      id
      code
      depth
    }
  }
}
    `) as unknown as TypedDocumentString<TopAgencyQuery, TopAgencyQueryVariables>;
export const MissingOfficesDocument = new TypedDocumentString(`
    query MissingOffices($agency: String!, $year: Int!) {
  progress(agency: $agency, year: $year) {
    total
    notStarted
  }
  reminders(agency: $agency, year: $year, first: 200) {
    nodes {
      agency {
        id
        code
        name
      }
      status
    }
  }
}
    `) as unknown as TypedDocumentString<MissingOfficesQuery, MissingOfficesQueryVariables>;
export const WaitingDocument = new TypedDocumentString(`
    query Waiting($year: Int!, $numbers: Boolean!) {
  viewer {
    waiting {
      operation
      label
      status
      year
      count
    }
  }
  agencies(filter: {validIn: $year}, first: 20) {
    totalCount
    nodes {
      code
      name
    }
  }
  all: reports(filter: {years: [$year]}, first: 100) @include(if: $numbers) {
    nodes {
      id
      agency {
        id
        code
      }
    }
  }
  reports(
    filter: {years: [$year], statuses: [DRAFT, RETURNED, SUBMITTED, ACCEPTED, CORRECTING]}
    orderBy: CHANGED_DESC
    first: 100
  ) @include(if: $numbers) {
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