import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Report } from '../reports/Report.js';
import type { Id } from '../../src/brands/brands.js';
import type { CellKey } from '../../src/cells.js';

/** 核实说明: what was said about a finding. A later one about the same finding takes its place; none is ever changed. */
@Entity('explanation')
@ForeignKey(() => Report, ['reportId', 'agencyId'], ['id', 'agencyId'], { name: 'FK_explanation_report_id' })
@Unique('UQ_explanation_report_id_sequence', ['reportId', 'sequence', 'agencyId'])
export class Explanation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_explanation' })
  id!: Id<'Explanation'>;

  /** Whose it is: so that everything of an agency can be kept on one of several machines. */
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'PK_explanation' })
  agencyId!: Id<'Agency'>;

  @Column('uuid', { name: 'report_id' })
  reportId!: Id<'Report'>;

  /** 1, 2, 3, … of the report. */
  @Column('int')
  sequence!: number;

  @Column('text')
  rule!: string;

  @Column('text', { array: true })
  cells!: CellKey[];

  /** The sentence a prose rule points at. */
  @Column('text', { nullable: true })
  sentence!: string | null;

  /** The values it was said about: it lapses when one of them changes. */
  @Column('text')
  operands!: string;

  @Column('text')
  text!: string;

  /** The version it was said about. */
  @Column('int')
  version!: number;

  @Column('timestamp with time zone', { precision: 3 })
  at!: Date;

  /** The name of the token. */
  @Column('text')
  author!: string;
}
