import { inCopy } from '../importing/compareImports.js';
import { agencies } from '../support/sampleReports.js';
import { medianRatio } from '../support/statistics.js';

const yearsOver = [2020, 2021, 2022, 2023, 2024];

/** The whole check of the audit trail, beside a loop that reads the same rows by one cursor and hashes them. */
export async function measureVerify({ backends, years: count, rounds, folder, report }) {
  const years = yearsOver.slice(-count);
  report.heading(
    `十四、核验留痕 Verifying，${years.length * agencies.length} 份 reports`,
    ...['读并求散列', 'CPU', '核验', 'CPU', '÷'],
  );
  for (const { name, template } of backends) {
    const [bare, verified] = await inCopy('verifying/product.js', template, folder, async (child) => {
      await child.ask('fill', { years });
      await child.ask('walk');
      await child.ask('verify');
      const sides = [[], []];
      for (let round = 0; round < rounds; round += 1) {
        sides[0].push(await child.ask('walk'));
        sides[1].push(await child.ask('verify'));
      }
      return sides;
    });
    if (verified.some(({ answer }) => answer !== 0)) throw new Error('the trail is broken');
    const walls = [bare, verified].map((side) => side.map(({ wall }) => wall));
    const ratio = medianRatio(walls[1], walls[0]);
    const seconds = (side, key) => `${(Math.min(...side.map((one) => one[key])) / 1000).toFixed(2)} s`;
    report.row(
      `  ${name}`,
      ...[bare, verified].flatMap((side) => [seconds(side, 'wall'), seconds(side, 'cpu')]),
      `${ratio.toFixed(2)} ×`,
    );
    report.aim(`${name}：核验留痕 verifying ≤ 3 × 只读并求散列 a bare loop that hashes`, ratio, 3);
  }
}
