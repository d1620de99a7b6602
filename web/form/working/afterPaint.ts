/** Where no picture is drawn, as in a tab behind others, work does not wait for one longer than this. */
const longestWait = 250;

/** Does something once the picture of what happens now has been handed over; answers how to call it off. */
export function afterPaint(work: () => void): () => void {
  let waiting = true;
  const stop = () => {
    waiting = false;
    window.cancelAnimationFrame(frame);
    window.clearTimeout(late);
  };
  const run = () => {
    if (!waiting) return;
    stop();
    work();
  };
  const frame = window.requestAnimationFrame(() => window.setTimeout(run, 0));
  const late = window.setTimeout(run, longestWait);
  return stop;
}
