import { Field, ID, Int, ObjectType } from 'type-graphql';
import { VersionOrigin } from './VersionOrigin.js';

@ObjectType({ description: '报告的一个版本，形成后不再改变', simpleResolvers: true })
export class ReportVersion {
  @Field(() => ID, { description: '内部编号' })
  id!: string;

  @Field(() => Int, { description: '第几版，从 1 起' })
  number!: number;

  @Field(() => VersionOrigin, { description: '来历' })
  origin!: string;

  @Field(() => String, { nullable: true, description: '所据文件的 SHA-256；没有文件时为 null' })
  uploadSha256!: string | null;

  @Field(() => Date, { description: '形成的时间' })
  createdAt!: Date;

  @Field(() => String, { description: '由谁形成（令牌的名称）' })
  createdBy!: string;
}
