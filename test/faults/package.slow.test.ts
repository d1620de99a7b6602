import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface LockedPackage {
  readonly name?: string;
  readonly version: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
}

/** What the lock file says is needed to run, by its own name. */
function handedOn(): { name: string; version: string }[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional)
    .map(([path, { name, version }]) => ({ name: name ?? path.replace(/.*node_modules\//, ''), version }));
}

const isRoot = process.getuid?.() === 0;
const nobody = 65534;

/** In a namespace without any network but the machine itself; not as an administrator, where that can be chosen. */
function closed(script: string): string[] {
  if (!isRoot) return ['-rn', 'sh', '-ec', `ip link set lo up; ${script}`];
  const plain = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', 'sh', '-ec', '"$1"'];
  return ['-n', 'sh', '-ec', `ip link set lo up; exec ${plain.join(' ')}`, 'sh', script];
}

const isPermitted = spawnSync('unshare', closed('true')).status === 0;

describe.skipIf(!isPermitted)('the package on a machine without a network', { timeout: 900_000 }, () => {
  let folder: string;
  let unpacked: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-closed-'));
    const archive = execFileSync('node', ['scripts/package.js'], { encoding: 'utf8' }).trim();
    if (isRoot) chownSync(folder, nobody, nobody);
    copyFileSync(archive, join(folder, 'package.tar.gz'));
    chmodSync(join(folder, 'package.tar.gz'), 0o644);
    unpacked = inside('cd $HOME; tar -xzf package.tar.gz; ls -d $HOME/nianbao-*').trim();
  }, 900_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }), 900_000);

  function inside(script: string): string {
    return execFileSync('unshare', closed(`to=${folder}/installed; ${script}`), {
      encoding: 'utf8',
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: folder },
    });
  }

  const serveOnce = `
    $to/nianbao serve > $to/log 2>&1 & server=$!
    answer=$($to/current/node/bin/node -e '
      const ask = async (left) => {
        const ready = await fetch("http://127.0.0.1:4000/readyz").catch(() => null);
        if (ready?.ok) {
          const page = await fetch("http://127.0.0.1:4000/");
          return console.log(await ready.text(), page.status);
        }
        if (left === 0) throw new Error("not ready");
        setTimeout(() => ask(left - 1), 500);
      };
      void ask(200);')
    kill $server; wait $server || true
    echo "$answer"`;

  test('is installed by install.sh and served by one command; an upgrade over it keeps the data', () => {
    const installed = inside(`${unpacked}/install.sh --to $to; $to/nianbao people create 管理员 --role 管理`);
    expect(installed).toContain('已装到');
    expect(inside(serveOnce)).toContain('{"status":"ok"} 200');
    const again = inside(`${unpacked}/install.sh --to $to; $to/nianbao people list; ls $to/backups`);
    expect(again).toContain('备份现有数据');
    expect(again).toContain('管理员');
    expect(again).toMatch(/before-\S+/);
    expect(inside(serveOnce)).toContain('{"status":"ok"} 200');
  });

  test('the way back, as it is written down, leads to the version and the data of before', () => {
    inside('$to/nianbao people create 升级后 --role 管理');
    const back = inside(`
      old=$(cd $to/versions; ls -d *.*.*.*); before=$(ls -d $to/backups/before-*)
      ln -sfn versions/$old $to/current; mv $to/data $to/data.new
      $to/nianbao restore $before; $to/nianbao people list; readlink $to/current`);
    expect(back).toContain('核验完好');
    expect(back).toContain('管理员');
    expect(back).not.toContain('升级后');
    expect(back).toMatch(/versions\/\d+\.\d+\.\d+\.\d+\n$/);
    expect(inside(serveOnce)).toContain('{"status":"ok"} 200');
  });

  // A package may be installed under another name than its own (`string-width-cjs`): its licence goes by its own.
  test('the licence of every package that is handed on is in it, and the list of parts names it', () => {
    const licences = inside(`cat ${unpacked}/LICENCES.txt`);
    const parts = JSON.parse(inside(`cat ${unpacked}/sbom.cdx.json`)) as {
      components: { purl: string }[];
    };
    const purls = new Set(parts.components.map(({ purl }) => decodeURIComponent(purl)));
    const missing = handedOn().filter(
      ({ name, version }) =>
        !licences.includes(`${name} ${version} (`) || !purls.has(`pkg:npm/${name}@${version}`),
    );
    expect(missing).toEqual([]);
  });

  test('a package that was changed on its way is not installed', () => {
    const refused = spawnSync(
      'unshare',
      closed(`echo x >> ${unpacked}/app/package.json; ${unpacked}/install.sh --to ${folder}/other`),
      { encoding: 'utf8' },
    );
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('安装包损坏')]);
  });
});
