import { agencyKinds, agencyLevels } from '../../src/words/agencyKinds.js';
import { described } from '../../src/words/described.js';
import { registerEnumType, Field, ObjectType } from 'type-graphql';
import { AgencyKind } from '../../entities/agencies/AgencyKind.js';
import { AgencyLevel } from '../../entities/agencies/AgencyLevel.js';
import { Agency } from '../../entities/agencies/Agency.js';
import { Day } from '../edge/Day.js';
import { UserError } from '../edge/userErrors.js';
import { connectionOf } from '../edge/connection.js';

registerEnumType(AgencyKind, {
  name: 'AgencyKind',
  description: '机关的类型',
  valuesConfig: described(agencyKinds),
});

export { AgencyKind };

registerEnumType(AgencyLevel, {
  name: 'AgencyLevel',
  description: '机关的级别',
  valuesConfig: described(agencyLevels),
});

export { AgencyLevel };

@ObjectType({ description: '曾用名', simpleResolvers: true })
export class FormerName {
  @Field(() => String, { description: '名称' })
  name!: string;

  @Field(() => Day, { description: '用到哪一天' })
  until!: string;
}

@ObjectType({ description: '登记机关的结果', simpleResolvers: true })
export class AgencyPayload {
  @Field(() => Agency, { nullable: true, description: '登记的机关；失败时为 null' })
  agency!: Agency | null;

  @Field(() => [UserError], { description: '提醒：已经保存，但请再核对，例如统一社会信用代码的校验码' })
  warnings!: UserError[];

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

export const AgencyConnection = connectionOf('Agency', '行政机关', () => Agency);
