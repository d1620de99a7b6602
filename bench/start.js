// npm run bench, and npm run bench -- --against REV: this commit beside another one.
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { against: { type: 'string' } } });
if (values.against === undefined) await import('./run.js');
else {
  const { compareCommits } = await import('./against/compareCommits.js');
  await compareCommits(values.against);
}
