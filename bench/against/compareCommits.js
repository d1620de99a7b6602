import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { median, medianRatio } from '../support/statistics.js';
import { aimOf } from './aims.js';
import { compareRows } from './compareRows.js';
import { checkOut, compile, root } from './otherCommit.js';
import { measurements } from './measurements.js';

const parts = ['import', 'tables', 'serve', 'memory', 'repair', 'check', 'rollup', 'lists'];
/** Parts that both sides measure by the script of this commit; the others measure themselves. */
const alone = { lists: 'lists/alone.js', repair: 'repairing/alone.js' };
/** What differs by less is the machine, not the commit. */
const noise = 0.1;

/**
 * Runs each part by turns on this commit and another one, this first in one round and last in the next, and prints
 * for every number the median of each and the median of the ratios of the rounds.
 */
export async function compareCommits(revision) {
  const rounds = process.env.BENCH_QUICK === '1' ? 2 : 4;
  const other = checkOut(revision);
  try {
    compile(root);
    cpSync(join(root, 'bench'), join(other.folder, 'bench-here'), { recursive: true });
    // Its own reports: what they are made with may stand elsewhere there.
    const made = 'support/sampleReports.js';
    cpSync(join(other.folder, 'bench', made), join(other.folder, 'bench-here', made));
    console.log(`这里 this ÷ ${other.commit.slice(0, 10)}，各 ${rounds} 轮 rounds`);
    for (const part of process.env.BENCH_ONLY?.split(',') ?? parts) {
      const sides = { ours: [], theirs: [] };
      for (let round = 0; round < rounds; round += 1) {
        const order = [
          ['ours', root],
          ['theirs', other.folder],
        ];
        for (const [side, folder] of round % 2 === 0 ? order : order.reverse())
          sides[side].push(measurePart(part, folder));
      }
      printPart(part, sides, other.commit);
      await compareRows(part, other.folder);
    }
  } finally {
    other.remove();
  }
}

/** A run may miss its aims, which is no failure here; one that ends without a table is. */
function measurePart(part, folder) {
  const script = alone[part] ? `${folder === root ? 'bench' : 'bench-here'}/${alone[part]}` : 'bench/run.js';
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], {
    cwd: folder,
    env: { ...process.env, BENCH_ONLY: part },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0 && !/^目标/m.test(stdout)) throw new Error(`${folder}: ${part}\n${stderr}`);
  return measurements(stdout);
}

function printPart(part, { ours, theirs }, commit) {
  const shared = [...ours[0].keys()].filter((key) => [...ours, ...theirs].every((run) => run.has(key)));
  console.log(`\n${part}`);
  if (shared.length === 0) console.log('  没有共同的数：另一个版本没有这一部分。Nothing in common.');
  for (const key of shared) {
    const values = (runs) => runs.map((run) => run.get(key).value);
    const { name, column, unit } = ours[0].get(key);
    const ratio = medianRatio(values(ours), values(theirs));
    const isWorse = unit === '/s' ? ratio < 1 - noise : ratio > 1 + noise;
    const shown = (runs) => `${+median(values(runs)).toFixed(3)} ${unit}`;
    console.log(
      `  ${ratio.toFixed(2)} ×${isWorse ? ' 慢 SLOWER' : ''}${aimOf(commit, part, { name, column }, ratio)}  ${shown(ours)} ÷ ${shown(theirs)}  ${name}（第 ${column} 数 column ${column}）`,
    );
  }
}
