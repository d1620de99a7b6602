import { Field, ID, ObjectType } from 'type-graphql';
import { ExplanationWords } from './ExplanationWords.js';

@ObjectType({ description: '发布时有效的核实说明', simpleResolvers: true })
export class PublishedExplanation extends ExplanationWords {
  @Field(() => ID, { description: '所说明的规则的编号' })
  rule!: string;
}
