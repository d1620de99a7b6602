import { deepStrictEqual } from 'node:assert';
import { formForYear } from '../../dist/src/forms/index.js';
import { inCopy } from '../importing/compareImports.js';
import { dropCopy, makeTemplate } from '../support/databases.js';
import { median, medianRatio } from '../support/statistics.js';
import { fillTree, treeOf } from './fillTree.js';

const year = 2024;
/** A server is asked for the whole country, the embedded database for a province. */
const mostEmbedded = 16_000;

/** The sum of all cells of one year down to the filers, beside the same in one statement written by hand. */
export async function measureRollUps({ backends, sizes, rounds, folder, report }) {
  report.heading(
    '六、汇总 Roll-up，各 200 格 cells each',
    ...['rollUp', '手写 SQL', '÷ 手写', '逐格 plain', '每万份 10,000', '进度 progress'],
  );
  for (const { name, template } of backends) {
    const fitting = sizes.filter((filers) => template.server !== undefined || filers <= mostEmbedded);
    for (const filers of fitting) {
      const tree = treeOf(filers);
      const ratio = await measureOne({ name, template, tree, rounds, folder, report });
      if (filers === fitting.at(-1))
        report.aim(`${name}：汇总 ${filers} 份 roll-up ≤ 1.5 × 手写 SQL hand-written`, ratio, 1.5);
    }
  }
}

async function measureOne({ name, template, tree, rounds, folder, report }) {
  let top;
  const filled = await makeTemplate({ ...template, folder, from: template }, async (database) => {
    top = await fillTree(database, tree, formForYear(year), year);
  });
  try {
    return await inCopy('rollUp/product.js', filled, folder, async (child) => {
      const question = { year, top };
      const took = { rollUp: [], handWritten: [] };
      // The first round warms up, and shows that both come to the same sums.
      for (let round = -1; round < rounds; round += 1) {
        const answers = [];
        for (const side of Object.keys(took)) {
          const { wall, answer } = await child.ask(side, question);
          answers.push(answer);
          if (round >= 0) took[side].push(wall);
        }
        deepStrictEqual(answers[0], answers[1]);
        if (answers[0].filed !== tree.filers) throw new Error(`only ${answers[0].filed} reports were added`);
      }
      const { wall: plain, answer } = await child.ask('plain', question);
      deepStrictEqual((await child.ask('rollUp', question)).answer, answer);
      await child.ask('progress', question);
      const { wall: progress, answer: counted } = await child.ask('progress', question);
      deepStrictEqual(counted, { total: tree.agencies, accepted: tree.filers });
      const ratio = medianRatio(took.rollUp, took.handWritten);
      const ours = median(took.rollUp);
      const units = tree.agencies - tree.filers;
      report.row(
        `  ${name}：${tree.filers} 份 reports，${units} 个单位 units`,
        seconds(ours),
        seconds(median(took.handWritten)),
        `${ratio.toFixed(2)} ×`,
        seconds(plain),
        `${((ours / tree.filers) * 10_000).toFixed(0)} ms`,
        seconds(progress),
      );
      return ratio;
    });
  } finally {
    await dropCopy(filled);
  }
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
