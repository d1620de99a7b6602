import { registerEnumType, Extensions, Field, InterfaceType, ObjectType, ID, Int } from 'type-graphql';
import { CheckCause } from '../../entities/judging/CheckCause.js';
import { ReportStatus } from '../../entities/reports/ReportStatus.js';
import { statusWords } from '../../src/filing/statusWords.js';
import type { Context } from '../edge/Context.js';
import { CellKey } from '../edge/scalars.js';
import { Decimal } from '../edge/scalars.js';
import { Line, Severity } from '../forms/types.js';
import { Agency } from '../../entities/agencies/Agency.js';
import type { ReportBase, ReportCells } from '../../src/filing/reports/storedReport.js';
import { UserError } from '../edge/userErrors.js';
import { connectionOf } from '../edge/connection.js';
import { Node } from '../../entities/Node.js';
import type { Id, Sha256 } from '../../src/brands/brands.js';

registerEnumType(CheckCause, {
  name: 'CheckCause',
  description: '最近一次核对的原因',
  valuesConfig: {
    VERSION: { description: '报告自己有了新的版本' },
    LAST_YEAR: { description: '上一年度的报告改动了' },
    CHILDREN: { description: '所汇总的报告改动了，或汇总名单改动了' },
    AGENCY: { description: '机关的情况改动了，例如能否制定规章' },
    SCHEDULE: { description: '报告上报或发布，与期限比较' },
    RULES: { description: '核对规则改动了' },
  },
});

export { CheckCause };

export enum ReportOrder {
  AGENCY = 'AGENCY',
  YEAR = 'YEAR',
  CHANGED_DESC = 'CHANGED_DESC',
  ERRORS_DESC = 'ERRORS_DESC',
}

registerEnumType(ReportOrder, {
  name: 'ReportOrder',
  description: '报告的排列次序',
  valuesConfig: {
    AGENCY: { description: '按机关代码，同一机关按年度' },
    YEAR: { description: '按年度，同一年度按机关代码' },
    CHANGED_DESC: { description: '最近改动的在前' },
    ERRORS_DESC: { description: '错误最多的在前' },
  },
});

const described = Object.values(ReportStatus).map((status) => {
  const { label, next } = statusWords[status];
  return [status, { description: `${label}。下一步：${next}` }];
});

registerEnumType(ReportStatus, {
  name: 'ReportStatus',
  description: '报告的状态',
  valuesConfig: Object.fromEntries(described),
});

export { ReportStatus };

export enum VersionOrigin {
  IMPORT = 'IMPORT',
  CORRECTION = 'CORRECTION',
  REVERT = 'REVERT',
  API = 'API',
  CONSOLIDATION = 'CONSOLIDATION',
  LEDGER = 'LEDGER',
}

registerEnumType(VersionOrigin, {
  name: 'VersionOrigin',
  description: '报告版本的来历',
  valuesConfig: {
    IMPORT: { description: '由文件导入' },
    CORRECTION: { description: '更正了个别格' },
    REVERT: { description: '恢复为早先的版本' },
    CONSOLIDATION: { description: '由各机关的报告汇总（reportConsolidate）' },
    LEDGER: { description: '由台账数出表三、表四（reportFromLedger）' },
    API: { description: '由其他系统逐格报送（reportImport）' },
  },
});

@ObjectType({ description: '一格的一次改动', simpleResolvers: true })
export class CellChange {
  @Field(() => CellKey, { description: '格的名称' })
  key!: CellKey;

  @Field(() => Decimal, { nullable: true, description: '改动前的数，null 为空白' })
  before!: string | null;

  @Field(() => Decimal, { nullable: true, description: '改动后的数，null 为空白' })
  after!: string | null;

  @Field(() => Int, { description: '改动后的报告版本' })
  version!: number;
}

@ObjectType({ description: '与前一版本不同的一格', simpleResolvers: true })
export class CellDifference {
  @Field(() => CellKey, { description: '格的名称' })
  cell!: CellKey;

  @Field(() => Decimal, { nullable: true, description: '前一版本的数' })
  before!: string | null;

  @Field(() => Decimal, { nullable: true, description: '这次的数' })
  after!: string | null;
}

@ObjectType({ description: '读取问题：文件的某处读不进统一格式，或经整理才读进', simpleResolvers: true })
export class Problem {
  @Field(() => String, { description: '代码，含义见错误目录，例如 NOT_A_NUMBER' })
  code!: string;

  @Field(() => Severity, { description: 'ERROR 报告被拒绝；WARNING 已存，该格空白或已修补；INFO 已作整理' })
  severity!: string;

  @Field(() => CellKey, { nullable: true, description: '哪一格' })
  cell?: CellKey | null;

  @Field(() => String, { nullable: true, description: '在文件中的位置，例如 年报!J12、J12、第57行' })
  at?: string | null;

  @Field(() => String, { description: '中文说明' })
  message!: string;
}

@ObjectType({ description: '报告中的一格：数、原文、在文件中的位置', simpleResolvers: true })
export class Cell {
  @Field(() => CellKey, { description: '格的名称：表.行.列' })
  key!: CellKey;

  @Field(() => Decimal, {
    nullable: true,
    description: '准确的数，单位见 column.unit；null 为空白或无从得知',
  })
  value!: string | null;

  @Field(() => String, { nullable: true, description: '文件里的原文，未经整理' })
  raw!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '在文件中的位置，例如 年报!J12；文件中没有这一格时为 null',
  })
  at!: string | null;

  @Field(() => Line, { description: '所在的行' })
  row!: Line;

  @Field(() => Line, { description: '所在的列' })
  column!: Line;

  @Field(() => Boolean, { description: '现在的数是否由更正得来' })
  corrected!: boolean;

  @Extensions({ size: 3 })
  @Field(() => [CellChange], { description: '这一格的历次改动，最早的在前' })
  history!: CellChange[] | ((args: object, context: Context) => Promise<CellChange[]>);
}

/** A stored report, read as far as the query asks. What is not read yet is loaded when a field needs it. */
export type ReportSource = ReportBase & Partial<ReportCells>;

@ObjectType({ description: '信息处理费的收取情况，取自六的文字', simpleResolvers: true })
export class ProcessingFee {
  @Field(() => Decimal, { nullable: true, description: '收取的件数；没有收取为 0，看不出来时为 null' })
  cases!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: '收取的金额（万元）；没有收取为 0，看不出来时为 null',
  })
  amount!: string | null;

  @Field(() => String, { description: '写明的句子' })
  text!: string;
}

/** Its fields are resolved in one place for all that hold numbers and prose. */
@InterfaceType({
  description: '数和文字：一份报告现在的，或它的一个版本的',
  resolveType: ({ __typename }: { readonly __typename: string }) => __typename,
})
export abstract class ReportContent {}

@ObjectType({
  description: '一个机关一个年度的政府信息公开工作年度报告',
  simpleResolvers: true,
  implements: [Node, ReportContent],
})
export class Report {
  @Field(() => ID, { description: '内部编号' })
  id!: Id<'Report'>;

  @Field(() => Agency, { description: '行政机关' })
  agency!: Agency;

  @Field(() => Int, { description: '报告年度' })
  year!: number;

  @Field(() => ReportStatus, { description: '状态' })
  status!: ReportStatus;

  @Field(() => Int, { description: '现在的版本；更正时作为 expectedVersion' })
  version!: number;

  @Field(() => Date, { description: '最近一次改动的时间' })
  changedAt!: Date;

  @Field(() => Int, { description: '强制性审核错误的个数' })
  errorCount!: number;

  @Field(() => Int, { description: '需要核实说明的个数' })
  explainCount!: number;

  @Field(() => Date, { description: '最近一次核对的时间' })
  checkedAt!: Date;

  @Field(() => CheckCause, { description: '最近一次核对的原因' })
  checkCause!: CheckCause;

  @Field(() => String, { description: '最近一次核对所用的规则：最近改动的日期和各规则的版本数' })
  ruleSet!: string;
}

@ObjectType({
  description: '报告的一个版本，形成后不再改变',
  simpleResolvers: true,
  implements: [Node, ReportContent],
})
export class ReportVersion {
  @Field(() => ID, { description: '内部编号' })
  id!: Id<'Version'>;

  @Field(() => Int, { description: '第几版，从 1 起' })
  number!: number;

  @Field(() => VersionOrigin, { description: '来历' })
  origin!: string;

  @Field(() => String, { nullable: true, description: '所据文件的 SHA-256；没有文件时为 null' })
  uploadSha256!: Sha256 | null;

  @Field(() => Date, { description: '形成的时间' })
  createdAt!: Date;

  @Field(() => String, { description: '由谁形成（令牌的名称）' })
  createdBy!: string;
}

@ObjectType({ description: '报告中表的一行', simpleResolvers: true })
export class Row {
  @Field(() => String, { description: '行的名称（英文）' })
  key!: string;

  @Field(() => String, { description: '行名' })
  label!: string;

  @Field(() => String, { nullable: true, description: '跨行的分组名，例如 （三）不予公开' })
  group!: string | null;

  @Extensions({ size: 6 })
  @Field(() => [Cell], { description: '这一行的各格，依列的次序' })
  cells!: Cell[];
}

@ObjectType({
  description: '报告中的文字部分：一、总体情况，五、存在的主要问题，六、其他事项',
  simpleResolvers: true,
})
export class Section {
  @Field(() => String, { description: '部分的名称（英文）' })
  key!: string;

  @Field(() => String, { description: '标题' })
  title!: string;

  @Field(() => String, { description: '正文' })
  text!: string;
}

@ObjectType({ description: '报告中的一张表', simpleResolvers: true })
export class Table {
  @Field(() => String, { description: '表的名称（英文），例如 requests' })
  key!: string;

  @Field(() => String, { description: '表的标题，与统一格式所印相同' })
  title!: string;

  @Extensions({ size: 6 })
  @Field(() => [Line], { description: '各列' })
  columns!: Line[];

  @Extensions({ size: 6 })
  @Field(() => [Row], { description: '各行' })
  rows!: Row[];
}

@ObjectType({ description: '形成报告的结果', simpleResolvers: true })
export class ReportPayload {
  @Field(() => Report, { nullable: true, description: '报告；失败时为 null' })
  report!: Report | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

export const ReportConnection = connectionOf('Report', '报告', () => Report);
