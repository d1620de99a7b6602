import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, medianRatio } from '../support/statistics.js';
import { reportWorkbooks } from '../support/workbooks.js';

const program = fileURLToPath(new URL('../../bin/nianbao.js', import.meta.url));

/** How long a command takes from the start of its process to its end, beside a Node that does nothing. */
export async function measureStarting({ rounds, year, folder, report }) {
  const [workbook] = await reportWorkbooks(1, year);
  const path = join(folder, '一份.xlsx');
  writeFileSync(path, workbook);
  const sides = {
    'node -e 0': ['-e', '0'],
    'nianbao --version': [program, '--version'],
    'nianbao check': [program, 'check', path],
  };
  const took = Object.fromEntries(Object.keys(sides).map((side) => [side, []]));
  for (let round = -1; round < rounds; round += 1)
    for (const [side, given] of Object.entries(sides)) {
      const before = performance.now();
      const { status, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' });
      if (status !== 0 && side !== 'nianbao check') throw new Error(`${side}: ${stderr}`);
      // The first round fills the cache of the operating system.
      if (round >= 0) took[side].push(performance.now() - before);
    }
  report.heading('十、启动 Starting', '用时 wall', '÷ node');
  const [nothing] = Object.values(took);
  for (const [side, times] of Object.entries(took))
    report.row(`  ${side}`, `${median(times).toFixed(0)} ms`, `${medianRatio(times, nothing).toFixed(2)} ×`);
  report.aim('--version ≤ 2 × node -e 0', medianRatio(took['nianbao --version'], nothing), 2);
  report.aim('一个文件 check one file ≤ 3 × node -e 0', medianRatio(took['nianbao check'], nothing), 3);
}
