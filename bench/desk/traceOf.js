/** Processor time of a task: what else the machine is doing does not count. */
const timeOf = ({ tdur, dur }) => tdur ?? dur;

/**
 * How long the page was busy with each keystroke, in milliseconds, from the browser's own trace: every task of the
 * main thread from the one in which the key came to the one that hands over the picture with it.
 */
export function keystrokesOf(trace) {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace));
  const keys = traceEvents.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'input',
  );
  const [first] = keys;
  if (!first) throw new Error('the trace has no input');
  const main = traceEvents
    .filter(({ pid, tid, ph }) => pid === first.pid && tid === first.tid && ph === 'X')
    .sort((one, other) => one.ts - other.ts);
  const tasks = main.filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
  const commits = main.filter(({ name }) => name === 'Commit' || name === 'Layerize');
  return keys.map(({ ts }) => {
    const commit = commits.find((each) => each.ts >= ts);
    if (!commit) throw new Error('a keystroke was never painted');
    const busy = tasks.filter((task) => task.ts + task.dur > ts && task.ts <= commit.ts);
    return busy.reduce((sum, task) => sum + timeOf(task), 0) / 1000;
  });
}

/** The longest task in the trace after a keystroke was painted, when the rules judge: in milliseconds. */
export function longestTaskOf(trace) {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace));
  const key = traceEvents.find(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'input');
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ph }) =>
      pid === key.pid && tid === key.tid && ph === 'X' && /(^|::)RunTask$/.test(name),
  );
  return Math.max(...tasks.map(timeOf)) / 1000;
}
