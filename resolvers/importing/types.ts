import { described } from '../../src/words/described.js';
import { importStatuses } from '../../src/words/importStatuses.js';
import { CellDifference } from '../reports/types.js';
import { registerEnumType, Field, ObjectType, Float, ID, Int } from 'type-graphql';
import { CellKey } from '../edge/scalars.js';
import { JSONObject } from '../edge/scalars.js';
import { Finding, Found } from '../judging/types.js';
import { Problem, Report } from '../reports/types.js';
import { UserError } from '../edge/userErrors.js';
import { Node } from '../../entities/Node.js';
import type { Id, Sha256 } from '../../src/brands/brands.js';

export enum ImportRunStatus {
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
  FAILED = 'FAILED',
}

registerEnumType(ImportRunStatus, {
  name: 'ImportRunStatus',
  description: '一次导入的进展',
  valuesConfig: {
    RUNNING: { description: '正在导入' },
    DONE: { description: '已完成' },
    CANCELLED: { description: '已取消；取消前存入的报告仍然有效' },
    FAILED: { description: '中途失败；此前存入的报告仍然有效' },
  },
});

export enum ImportStatus {
  STORED = 'STORED',
  UNCHANGED = 'UNCHANGED',
  REJECTED = 'REJECTED',
  DRY_RUN = 'DRY_RUN',
}

registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  description: '一个文件或一份报告的导入结果',
  valuesConfig: described(importStatuses),
});

@ObjectType({ description: '导入或发布时的核对结果', simpleResolvers: true, implements: Found })
export class ImportFinding extends Found {
  @Field(() => ID, { description: '规则编号' })
  rule!: string;

  @Field(() => [CellKey], { description: '所涉各格，合计在前' })
  cells!: readonly CellKey[];
}

@ObjectType({ description: '导入文件中的一份报告', simpleResolvers: true })
export class ImportedReport {
  @Field(() => Int, { description: '在文件各份报告中的次序，从 0 起' })
  position!: number;

  @Field(() => String, { nullable: true, description: '在汇集文件中的位置：行、工作表或压缩包内的文件' })
  place!: string | null;

  @Field(() => ID, { description: '统一格式编号' })
  form!: string;

  @Field(() => Int, { nullable: true, description: '报告年度' })
  year!: number | null;

  @Field(() => String, { nullable: true, description: '机关代码；没有登记时为 null' })
  agency!: string | null;

  @Field(() => String, { nullable: true, description: '标题所印或所填的机关名称' })
  agencyName!: string | null;

  @Field(() => ImportStatus, { description: '结果' })
  status!: string;

  @Field(() => Int, { nullable: true, description: '报告的版本' })
  version!: number | null;

  @Field(() => [Problem], { description: '读取问题' })
  problems!: readonly Problem[];

  @Field(() => [ImportFinding], { description: '导入时的核对结果' })
  findings!: readonly ImportFinding[];

  @Field(() => [CellDifference], { description: '与前一版本不同的各格' })
  diff!: readonly CellDifference[];
}

@ObjectType({ description: '一次导入中的一个文件', simpleResolvers: true })
export class ImportFile {
  @Field(() => Int, { description: '在上传中的次序，从 0 起；原件在 /imports/编号/次序' })
  position!: number;

  @Field(() => String, { description: '文件名' })
  fileName!: string;

  @Field(() => String, { nullable: true, description: '原件的 SHA-256；没有留存时为 null' })
  sha256!: Sha256 | null;

  @Field(() => String, { nullable: true, description: '文件格式' })
  format!: string | null;

  @Field(() => String, { nullable: true, description: '文字编码' })
  encoding!: string | null;

  @Field(() => ImportStatus, { description: '结果' })
  status!: string;

  @Field(() => [Problem], { description: '整个文件的读取问题' })
  problems!: readonly Problem[];

  /** Not a field: its reports are found by it. */
  id!: Id<'File'>;
}

@ObjectType({ description: '一次导入', simpleResolvers: true, implements: Node })
export class ImportRun {
  @Field(() => ID, { description: '编号' })
  id!: Id<'Run'>;

  @Field(() => Date, { description: '时间' })
  at!: Date;

  @Field(() => String, { description: '操作人（令牌的名称）' })
  actor!: string;

  @Field(() => JSONObject, { description: '导入时的选项' })
  options!: Record<string, string | number | boolean | null>;

  @Field(() => ImportRunStatus, { description: '进展' })
  status!: string;

  @Field(() => Date, { description: '最近一次存入报告或改变进展的时间' })
  changedAt!: Date;

  @Field(() => String, { nullable: true, description: '取消的人；没有取消时为 null' })
  cancelledBy!: string | null;

  @Field(() => Float, { description: '上传文件合计的字节数' })
  bytesTotal!: number;

  @Field(() => Float, { description: '已读的字节数' })
  bytesRead!: number;

  @Field(() => Int, { description: '已处理的报告份数' })
  reportsRead!: number;

  @Field(() => Int, { description: '已存为新版本的份数' })
  reportsStored!: number;

  @Field(() => Int, { description: '没有改动的份数' })
  reportsUnchanged!: number;

  @Field(() => Int, { description: '被拒绝的份数' })
  reportsRejected!: number;

  @Field(() => Int, { nullable: true, description: '导入台账时已读的件数；导入报告时为 null' })
  casesRead!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: '导入台账时已存的件数，全部存完才有效；导入报告时为 null',
  })
  casesStored!: number | null;

  @Field(() => [ImportFile], { description: '各个文件；台账不保存文件，没有' })
  files!: readonly ImportFile[];
}

@ObjectType({ description: '逐格报送的结果', simpleResolvers: true })
export class ReportImportPayload {
  @Field(() => Report, { nullable: true, description: '报告；失败时为 null' })
  report!: Report | null;

  @Field(() => [Finding], { description: '核对结果' })
  findings!: Finding[];

  @Field(() => [Problem], { description: '读取问题' })
  problems!: readonly Problem[];

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@ObjectType({ description: '取消导入的结果', simpleResolvers: true })
export class ImportCancelPayload {
  @Field(() => ImportRun, { nullable: true, description: '取消后的导入；失败时为 null' })
  importRun!: ImportRun | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}
