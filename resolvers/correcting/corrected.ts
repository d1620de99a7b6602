import type { EntityManager } from 'typeorm';
import type { Actor } from '../../src/filing/access/actor.js';
import type { Corrected } from '../../src/filing/correcting/correctCells.js';
import type { Operation } from '../../src/rights/operations.js';
import { acting, type Context } from '../edge/Context.js';
import type { CorrectionPayload } from './types.js';
import { orUserErrors } from '../edge/userErrors.js';
import { FindingView } from '../judging/FindingView.js';

/** Corrects a report, or looks at what that would do, and answers with what it did to the findings. */
export function corrected(
  context: Context,
  operation: Operation,
  correct: (manager: EntityManager, actor: Actor) => Promise<Corrected>,
): Promise<CorrectionPayload> {
  return orUserErrors<CorrectionPayload>(
    async () => {
      const { report, resolved, introduced } = await acting(context, operation, correct);
      return {
        report,
        resolved: resolved.map((finding) => new FindingView(report, finding)),
        introduced: introduced.map((finding) => new FindingView(report, finding)),
        userErrors: [],
      };
    },
    (userErrors) => ({ report: null, resolved: [], introduced: [], userErrors }),
  );
}
