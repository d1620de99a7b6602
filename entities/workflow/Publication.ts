import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Node } from '../Node.js';
import { Report } from '../reports/Report.js';
import type { StoredChange } from '../reports/StoredChange.js';
import type { StoredFinding } from '../judging/StoredFinding.js';
import type { Id, Sha256 } from '../../src/brands/brands.js';

/** 发布: what was published, pinned for ever. The next one of the same report is a revision. */
@ObjectType({
  description: '一次发布：所发布的内容从此不变，以后的是更正后的再次发布',
  simpleResolvers: true,
  implements: Node,
})
@Entity('publication')
@ForeignKey(() => Report, ['reportId', 'agencyId'], ['id', 'agencyId'], { name: 'FK_publication_report_id' })
@Unique('UQ_publication_report_id_number', ['reportId', 'number', 'agencyId'])
export class Publication {
  @Field(() => ID, { description: '编号' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_publication' })
  id!: Id<'Publication'>;

  /** Whose it is: so that everything of an agency can be kept on one of several machines. */
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_publication' })
  agencyId!: Id<'Agency'>;

  @Column('uuid', { name: 'report_id' })
  reportId!: Id<'Report'>;

  /** 1 for the first publication, 2, 3, … for its revisions. */
  @Field(() => Int, { description: '第几次发布，从 1 起' })
  @Column('int')
  number!: number;

  @Column('int')
  version!: number;

  @Field(() => Date, { description: '发布的时间' })
  @Column('timestamp with time zone', { name: 'published_at', precision: 3 })
  publishedAt!: Date;

  @Field(() => String, { description: '发布人（令牌的名称）' })
  @Column('text', { name: 'published_by' })
  publishedBy!: string;

  @Field(() => String, { nullable: true, description: '再次发布的理由' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field(() => String, { description: '所据规则的版本' })
  @Column('text', { name: 'rule_set' })
  ruleSet!: string;

  @Column('jsonb')
  findings!: StoredFinding[];

  /** The explanations that were in force. */
  @Column('uuid', { array: true, name: 'explanation_ids' })
  explanationIds!: string[];

  /** The waivers that were in force. */
  @Column('uuid', { array: true, name: 'waiver_ids' })
  waiverIds!: string[];

  /** The file the numbers come from. */
  @Field(() => String, { nullable: true, description: '所据文件的 SHA-256' })
  @Column('text', { name: 'upload_sha256', nullable: true })
  uploadSha256!: Sha256 | null;

  /** What changed since the publication before; empty for the first. */
  @Column('jsonb')
  changes!: StoredChange[];

  /** The end of the audit chain of the agency when it was published, `chain:length:hash`. */
  @Field(() => String, { description: '发布时留痕的链头：链:条数:哈希值' })
  @Column('text', { name: 'audit_head' })
  auditHead!: string;
}
