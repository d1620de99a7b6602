import { In, type EntityManager } from 'typeorm';
import { Proposal } from '../../../entities/workflow/Proposal.js';
import { Publication } from '../../../entities/workflow/Publication.js';
import { Remark } from '../../../entities/workflow/Remark.js';
import { ReportTransition } from '../../../entities/workflow/ReportTransition.js';
import { Waiver } from '../../../entities/workflow/Waiver.js';
import type { Id } from '../../brands/brands.js';

/** What the way of a report left behind, each kind in one query for any number of reports, earliest first. */
export const workflowRecords = {
  steps: (manager: EntityManager, reportIds: readonly Id<'Report'>[]): Promise<ReportTransition[]> =>
    manager.find(ReportTransition, {
      where: { reportId: In(reportIds) },
      order: { reportId: 'ASC', sequence: 'ASC' },
    }),
  remarks: (manager: EntityManager, reportIds: readonly Id<'Report'>[]): Promise<Remark[]> =>
    manager.find(Remark, {
      where: { reportId: In(reportIds) },
      order: { transitionId: 'ASC', position: 'ASC' },
    }),
  proposals: (manager: EntityManager, reportIds: readonly Id<'Report'>[]): Promise<Proposal[]> =>
    manager.find(Proposal, {
      where: { reportId: In(reportIds) },
      order: { proposedAt: 'ASC', id: 'ASC' },
    }),
  waivers: (manager: EntityManager, reportIds: readonly Id<'Report'>[]): Promise<Waiver[]> =>
    manager.find(Waiver, {
      where: { reportId: In(reportIds) },
      order: { requestedAt: 'ASC', id: 'ASC' },
    }),
  publications: (manager: EntityManager, reportIds: readonly Id<'Report'>[]): Promise<Publication[]> =>
    manager.find(Publication, {
      where: { reportId: In(reportIds) },
      order: { reportId: 'ASC', number: 'ASC' },
    }),
};
