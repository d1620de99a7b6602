import { inCopy } from '../importing/compareImports.js';
import { agencies } from '../support/sampleReports.js';

/** The years that are over and have a form: a report of a year to come is refused. */
const yearsOver = [2019, 2020, 2021, 2022, 2023, 2024, 2025];

/** All rules on many reports, beside the time to load what the rules look at, and the whole re-check. */
export async function measureChecks({ backends, years: count, folder, report }) {
  const years = yearsOver.slice(-count);
  const total = years.length * agencies.length;
  report.heading(`五、核对 Checking，${total} 份 reports`, '用时 wall', 'CPU', '每份 each', '÷ 读出');
  for (const { name, template } of backends) {
    const took = await inCopy('checking/product.js', template, folder, async (child) => {
      const stored = await child.ask('fill', { years });
      const load = await child.ask('load', { years });
      const judge = await child.ask('judge');
      const recheck = await child.ask('recheck');
      if ([stored, load.answer, recheck.answer.checked].some((reports) => reports !== total))
        throw new Error(`not everything was checked: ${stored}, ${load.answer}, ${recheck.answer.checked}`);
      return { load, judge, recheck };
    });
    const row = (words, { wall, cpu }) =>
      report.row(
        `  ${name}：${words}`,
        `${(wall / 1000).toFixed(2)} s`,
        `${(cpu / 1000).toFixed(2)} s`,
        `${((wall * 1000) / total).toFixed(0)} µs`,
        `${(wall / took.load.wall).toFixed(2)} ×`,
      );
    row('读出 loading', took.load);
    row(`按全部规则核对 all rules in memory（${took.judge.answer} 条 findings）`, took.judge);
    row('重新核对并保存 read, judged and kept', took.recheck);
  }
}
