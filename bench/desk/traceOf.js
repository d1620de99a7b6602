/** Processor time of a task: what else the machine is doing does not count. */
const timeOf = ({ tdur, dur }) => tdur ?? dur;

/**
 * How long the page was busy with each keystroke, in milliseconds, from the browser's own trace: every task of the
 * main thread from the one in which the key came to the one that hands over the picture with it.
 */
export function keystrokesOf(trace) {
  const { main, keys } = mainThread(trace);
  const tasks = outermostTasks(main);
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
  return Math.max(...outermostTasks(mainThread(trace).main).map(timeOf)) / 1000;
}

/** What the thread that got the keys did, in order, and the keys. */
function mainThread(trace) {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace));
  const keys = traceEvents.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'input',
  );
  const [first] = keys;
  if (!first) throw new Error('the trace has no input');
  const main = traceEvents
    .filter(({ pid, tid, ph }) => pid === first.pid && tid === first.tid && ph === 'X')
    .sort((one, other) => one.ts - other.ts || other.dur - one.dur);
  return { main, keys };
}

/** A task stands in a trace twice, under two names, one inside the other: the outer one is all of it. */
function outermostTasks(main) {
  const tasks = [];
  let end = 0;
  for (const event of main) {
    if (!/(^|::)RunTask$/.test(event.name) || event.ts < end) continue;
    tasks.push(event);
    end = event.ts + event.dur;
  }
  return tasks;
}
