import { setImmediate as turn } from 'node:timers/promises';

let last: Promise<unknown> = Promise.resolve();

/**
 * Work that takes its time, one piece after another: between two pieces every other request gets its turn, however
 * many pieces one request asks for.
 */
export function inTurn<Answer>(work: () => Answer): Promise<Answer> {
  const done = last.then(() => turn()).then(work);
  last = done.catch(() => undefined);
  return done;
}
