import { daysOfAnswers } from '../../src/filing/importing/runs/forgetAnswers.js';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CellChangeInput } from '../correcting/types.js';

@InputType({ description: '报告的一段文字' })
class SectionInput {
  @Field(() => String, { nullable: true, description: '部分的名称，见 forms 的 sections。必填' })
  key?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '部分的名称',
    deprecationReason: '自 0.2.0 起改用 key；0.4.0 起不再接受',
  })
  id?: string | null;

  @Field(() => String, { description: '正文' })
  text!: string;
}

@InputType({ description: '由其他系统逐格报送的一份报告' })
export class ReportImportInput {
  @Field(() => String, { description: '机关代码、名称或别名' })
  agency!: string;

  @Field(() => Int, { description: '报告年度' })
  year!: number;

  @Field(() => ID, { nullable: true, description: '统一格式编号；不填时用该年度的格式' })
  form?: string | null;

  @Field(() => [CellChangeInput], { description: '各格的数；没有列出的格为空白' })
  cells!: CellChangeInput[];

  @Field(() => [SectionInput], { nullable: true, defaultValue: [], description: '一、五、六等部分的文字' })
  sections?: SectionInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: '报送人声明：空白即为零。只用于明细格',
  })
  blanksAreZero?: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: '允许覆盖已更正的数' })
  overwriteCorrections?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: `重复报送的标识：${daysOfAnswers} 天之内同一标识再次报送时，给出第一次的答复，不再存一遍`,
  })
  idempotencyKey?: string | null;
}
