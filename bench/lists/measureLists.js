import { formForYear } from '../../dist/src/forms/index.js';
import { inCopy } from '../importing/compareImports.js';
import { fillTree, treeOf } from '../rollUp/fillTree.js';
import { dropCopy, makeTemplate } from '../support/databases.js';
import { median } from '../support/statistics.js';

const year = 2024;
const rare = 'R-FORMYEAR';

/** A page and the length of a list that names few of many reports. Its aims are beside an earlier commit. */
export async function measureLists({ backends, filers, rounds, folder, report }) {
  report.heading(`十一、列表 Lists，${filers} 份 reports`, '用时 wall');
  for (const { name, template } of backends) {
    const filled = await makeTemplate({ ...template, folder, from: template }, async (database) => {
      await fillTree(database, treeOf(filers), formForYear(year), year);
    });
    try {
      await inCopy('lists/product.js', filled, folder, async (child) => {
        await child.ask('fill', { year, rare, filers });
        for (const [list, words] of [
          ['findings', 'findings：很少见的规则 a rare rule'],
          ['auditTrail', 'auditTrail：一个机关 one agency'],
        ]) {
          const took = [];
          for (let round = -1; round < rounds; round += 1) {
            const { wall, answer } = await child.ask(list, { rare, agency: 'F0000007' });
            if (answer.all === 0) throw new Error(`${list}: nothing was found`);
            if (round >= 0) took.push(wall);
          }
          report.row(`  ${name}：${words}`, `${median(took).toFixed(1)} ms`);
        }
      });
    } finally {
      await dropCopy(filled);
    }
  }
}
