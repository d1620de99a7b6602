// A pager that is closed early (| head) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const end = await beginEarly(process.argv.slice(2));
const [{ createProgram }, { reportFailure }] = await Promise.all([
  import('./program.js'),
  import('./reportFailure.js'),
]);

try {
  await (await createProgram(process.argv[2])).parseAsync();
} catch (error) {
  reportFailure(error);
} finally {
  await end();
}

/** One file to check: what reads it is loaded together with the command. Gives what ends it if it was of no use. */
async function beginEarly([command, ...given]: readonly string[]): Promise<() => Promise<void>> {
  if (command !== 'check' || given.filter((each) => !each.startsWith('-')).length !== 1)
    return async () => undefined;
  const { beginThread, endThread } = await import('../../importers/worker/readerThread.js');
  beginThread();
  return endThread;
}
