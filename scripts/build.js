// Compiles the service and the desk into dist/.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const run = (script, ...options) =>
  execFileSync(process.execPath, [script, ...options], { cwd: root, stdio: 'inherit' });

rmSync(`${root}dist`, { recursive: true, force: true });
run(require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json');
const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
for (const config of ['scripts/readers.config.js', 'web/vite.config.ts'])
  run(vite, 'build', '--config', config, '--logLevel', 'warn');
