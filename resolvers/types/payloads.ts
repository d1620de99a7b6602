import { Field, ObjectType } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import '../agencies/AgencyKind.js';
import '../agencies/AgencyLevel.js';
import { Finding } from '../judging/Finding.js';
import { ImportRun } from '../importing/ImportRun.js';
import { Problem } from '../importing/Problem.js';
import { Report } from '../reports/Report.js';
import { UserError } from '../edge/UserError.js';

const userErrorsDescription = '可以预料的失败；为空时成功';

@ObjectType({ description: '登记机关的结果', simpleResolvers: true })
export class AgencyPayload {
  @Field(() => Agency, { nullable: true, description: '登记的机关；失败时为 null' })
  agency!: Agency | null;

  @Field(() => [UserError], { description: '提醒：已经保存，但请再核对，例如统一社会信用代码的校验码' })
  warnings!: UserError[];

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: '逐格报送的结果', simpleResolvers: true })
export class ReportImportPayload {
  @Field(() => Report, { nullable: true, description: '报告；失败时为 null' })
  report!: Report | null;

  @Field(() => [Finding], { description: '核对结果' })
  findings!: Finding[];

  @Field(() => [Problem], { description: '读取问题' })
  problems!: readonly Problem[];

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: '更正或恢复的结果', simpleResolvers: true })
export class CorrectionPayload {
  @Field(() => Report, { nullable: true, description: '现在的报告（预览时不变）；失败时为 null' })
  report!: Report | null;

  @Field(() => [Finding], { description: '由此消除的核对结果' })
  resolved!: Finding[];

  @Field(() => [Finding], { description: '由此新出现的核对结果' })
  introduced!: Finding[];

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: '取消导入的结果', simpleResolvers: true })
export class ImportCancelPayload {
  @Field(() => ImportRun, { nullable: true, description: '取消后的导入；失败时为 null' })
  importRun!: ImportRun | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}

@ObjectType({ description: '形成报告的结果', simpleResolvers: true })
export class ReportPayload {
  @Field(() => Report, { nullable: true, description: '报告；失败时为 null' })
  report!: Report | null;

  @Field(() => [UserError], { description: userErrorsDescription })
  userErrors!: UserError[];
}
