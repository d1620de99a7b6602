import { createProgram } from './program.js';
import { reportFailure } from './reportFailure.js';

// A pager that is closed early (| head) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await (await createProgram(process.argv[2])).parseAsync();
} catch (error) {
  reportFailure(error);
}
