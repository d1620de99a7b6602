// Compiles the service and the upload page into dist/ and copies what is not TypeScript.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const compile = (project) =>
  execFileSync(process.execPath, [compiler, '-p', project], { cwd: root, stdio: 'inherit' });

rmSync(`${root}dist`, { recursive: true, force: true });
compile('tsconfig.build.json');
compile('web/tsconfig.json');
cpSync(`${root}web`, `${root}dist/web`, {
  recursive: true,
  filter: (path) => !/\.ts$|tsconfig.*\.json$/.test(path),
});
