import type { EntityManager } from 'typeorm';
import type { Publication } from '../../entities/workflow/Publication.js';
import type { Actor } from '../../src/filing/access/actor.js';
import type { Receipt } from '../../src/filing/workflow/receipt.js';
import type { Operation } from '../../src/rights/operations.js';
import { acting, type Context } from '../edge/Context.js';
import type { StepPayload } from './types.js';
import { orUserErrors } from '../edge/userErrors.js';

/** Takes a step and answers with its receipt. */
export function stepped(
  context: Context,
  operation: Operation,
  take: (manager: EntityManager, actor: Actor) => Promise<Receipt & { publication?: Publication }>,
): Promise<StepPayload> {
  return orUserErrors<StepPayload>(
    async () => {
      const { report, transition, valuesHash, auditHead, publication } = await acting(
        context,
        operation,
        take,
      );
      return {
        report,
        receipt: { step: transition, valuesHash, auditHead },
        publication: publication ?? null,
        userErrors: [],
      };
    },
    (userErrors) => ({ report: null, receipt: null, publication: null, userErrors }),
  );
}
