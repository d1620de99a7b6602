import { Field, InputType } from 'type-graphql';
import { AgencyFields } from './AgencyFields.js';

@InputType({ description: '要登记的机关' })
export class AgencyInput extends AgencyFields {
  @Field(() => String, {
    description: '机关代码，不与其他机关重复；知道统一社会信用代码的用统一社会信用代码',
  })
  code!: string;

  @Field(() => String, { description: '机关名称' })
  name!: string;
}

@InputType({ description: '要改的各项；不写的不变，写 null 的清空' })
export class AgencyChangeInput extends AgencyFields {
  @Field(() => String, { nullable: true, description: '新的名称；原来的名称留作别名' })
  name?: string | null;
}
