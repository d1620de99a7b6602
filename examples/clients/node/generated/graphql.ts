/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** 一格和它的数 */
export type CellChangeInput = {
  /** 格的名称：表.行.列 */
  key: string;
  /** 数；null 为空白 */
  value?: string | null | undefined;
};

/** 变化的种类 */
export type ChangeKind =
  /** 审核通过 */
  | 'ACCEPTED'
  /** 机关的其他登记改动了 */
  | 'AGENCY_CHANGED'
  /** 机关并入了另一个机关 */
  | 'AGENCY_MERGED'
  /** 机关换了上级 */
  | 'AGENCY_MOVED'
  /** 登记了机关 */
  | 'AGENCY_REGISTERED'
  /** 机关改名 */
  | 'AGENCY_RENAMED'
  /** 说明了核对结果 */
  | 'EXPLAINED'
  /** 发布，附第几次发布和所发布数字的 SHA-256 */
  | 'PUBLISHED'
  /** 启动更正 */
  | 'REOPENED'
  /** 退回 */
  | 'RETURNED'
  /** 放弃更正 */
  | 'REVISION_ABANDONED'
  /** 上报 */
  | 'SUBMITTED'
  /** 报告有了新的版本：导入、更正、恢复、报送、汇总 */
  | 'VERSION'
  /** 批准了豁免 */
  | 'WAIVED'
  /** 撤回 */
  | 'WITHDRAWN';

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

export type ChangesQueryVariables = Exact<{
  after?: string | null | undefined;
  first: number;
}>;


export type ChangesQuery = { changes: { nodes: Array<{ cursor: string, kind: ChangeKind, year: number | null, version: number | null, agency: { id: string, code: string }, report: { id: string, year: number, version: number, status: ReportStatus, values: Readonly<Record<string, string | null>>, agency: { id: string, code: string, name: string } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PushMutationVariables = Exact<{
  input: ReportImportInput;
}>;


export type PushMutation = { reportImport: { report: { id: string, version: number, status: ReportStatus } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };


export const ChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Changes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ChangesQuery, ChangesQueryVariables>;
export const PushDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Push"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportImportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportImport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<PushMutation, PushMutationVariables>;