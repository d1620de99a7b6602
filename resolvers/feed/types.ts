import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import { ChangeKind } from '../../entities/feed/ChangeKind.js';
import { CellChange } from '../reports/types.js';
import { connectionOf } from '../edge/connection.js';
import { ReportStatus } from '../reports/types.js';
import type { Id } from '../../src/brands/brands.js';

registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: '变化的种类',
  valuesConfig: {
    VERSION: { description: '报告有了新的版本：导入、更正、恢复、报送、汇总' },
    SUBMITTED: { description: '上报' },
    WITHDRAWN: { description: '撤回' },
    RETURNED: { description: '退回' },
    ACCEPTED: { description: '审核通过' },
    PUBLISHED: { description: '发布，附第几次发布和所发布数字的 SHA-256' },
    REOPENED: { description: '启动更正' },
    REVISION_ABANDONED: { description: '放弃更正' },
    EXPLAINED: { description: '说明了核对结果' },
    WAIVED: { description: '批准了豁免' },
    AGENCY_REGISTERED: { description: '登记了机关' },
    AGENCY_RENAMED: { description: '机关改名' },
    AGENCY_MOVED: { description: '机关换了上级' },
    AGENCY_MERGED: { description: '机关并入了另一个机关' },
    AGENCY_CHANGED: { description: '机关的其他登记改动了' },
  },
});

export { ChangeKind };

@ObjectType({ description: '一次变化，按提交的先后排列，记下后不再改变', simpleResolvers: true })
export class Change {
  @Field(() => String, { description: '游标：作为 after，从这一条之后取起' })
  cursor!: string;

  @Field(() => Date, { description: '提交的时间；后提交的总是更晚' })
  at!: Date;

  @Field(() => ChangeKind, { description: '种类' })
  kind!: ChangeKind;

  @Field(() => Agency, { description: '机关' })
  agency!: Agency;

  @Field(() => Int, { nullable: true, description: '报告年度；机关的变化为 null' })
  year!: number | null;

  @Field(() => Int, { nullable: true, description: '当时的版本；机关的变化为 null' })
  version!: number | null;

  @Field(() => ReportStatus, { nullable: true, description: '当时的状态；机关的变化为 null' })
  status!: ReportStatus | null;

  @Field(() => [CellChange], { description: '改动的各格' })
  changes!: CellChange[];

  @Field(() => Int, { nullable: true, description: '第几次发布；不是发布的为 null' })
  publication!: number | null;

  @Field(() => String, { nullable: true, description: '所发布各格数字的 SHA-256；不是发布的为 null' })
  digest!: string | null;

  /** Not a field: the report is found by it. */
  reportId!: Id<'Report'> | null;
}

export const ChangeConnection = connectionOf('Change', '变化', () => Change);
