import { Field, ObjectType } from 'type-graphql';
import { Severity } from '../judging/Severity.js';
import { CellKey } from '../edge/CellKey.js';

@ObjectType({ description: '读取问题：文件的某处读不进统一格式，或经整理才读进', simpleResolvers: true })
export class Problem {
  @Field(() => String, { description: '代码，含义见错误目录，例如 NOT_A_NUMBER' })
  code!: string;

  @Field(() => Severity, { description: 'ERROR 报告被拒绝；WARNING 已存，该格空白或已修补；INFO 已作整理' })
  severity!: string;

  @Field(() => CellKey, { nullable: true, description: '哪一格' })
  cell?: string | null;

  @Field(() => String, { nullable: true, description: '在文件中的位置，例如 年报!J12、J12、第57行' })
  at?: string | null;

  @Field(() => String, { description: '中文说明' })
  message!: string;
}
