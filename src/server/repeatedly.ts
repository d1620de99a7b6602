/** Does something every so often, until the answer is called, which waits for what is being done. */
export function repeatedly(
  milliseconds: number,
  work: () => Promise<void>,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = work().catch(onFailure);
  }, milliseconds).unref();
  return () => {
    clearInterval(timer);
    return last;
  };
}
