import { Field, InputType } from 'type-graphql';
import { CellKey } from '../edge/CellKey.js';

@InputType({ description: '一条退回意见' })
export class RemarkInput {
  @Field(() => CellKey, { nullable: true, description: '所指的格；对整份报告的意见不填' })
  cell!: string | null;

  @Field(() => String, { description: '意见（不超过 500 字）' })
  text!: string;
}
