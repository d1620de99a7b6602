import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { processorTimeBelow } from './processorTime.js';

/**
 * A process of its own for one side of a comparison. Its standard output goes nowhere: a service
 * writes its log there.
 */
export function startChild(script, { execArgv = [] } = {}) {
  const child = fork(fileURLToPath(new URL(`../${script}`, import.meta.url)), [], {
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map();
  let asked = 0;
  child.on('message', ({ id, answer, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(answer);
    else reject(new Error(`${script}: ${error}`));
  });
  const gone = new Promise((resolve) => {
    child.on('exit', (code) => {
      for (const { reject } of waiting.values()) reject(new Error(`${script} ended with ${code}`));
      resolve(code);
    });
  });
  return {
    ask(name, argument) {
      const id = (asked += 1);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.send({ id, name, argument });
      });
    },
    async stop() {
      // One that ended by itself has already failed whoever was waiting for it.
      if (child.connected) await this.ask('stop');
      await gone;
    },
  };
}

/** In the child: answers the questions of the one who started it. */
export function answerParent(handlers) {
  // Nothing is left behind, also when the one who asks has failed.
  process.on('disconnect', () => process.exit());
  process.on('message', async ({ id, name, argument }) => {
    try {
      const answer = await handlers[name]?.(argument);
      process.send({ id, answer }, () => name === 'stop' && process.disconnect());
    } catch (error) {
      process.send({ id, error: error.stack });
      if (name === 'stop') process.disconnect();
    }
  });
}

/** Wall and processor milliseconds of some work of this process, all its threads and readers together. */
export async function measured(work) {
  const belowBefore = processorTimeBelow(process.pid);
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const answer = await work();
  const wall = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  const below = processorTimeBelow(process.pid) - belowBefore;
  return { wall, cpu: (user + system) / 1000 + below, own: (user + system) / 1000, answer };
}
