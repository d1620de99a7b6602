import { registerTree } from './registerTree.js';
import { sampleWorkbook } from './sampleFiles.js';
import { soundSections } from './prose.js';
import { at, type TestServer } from './server.js';

export const sampleYear = 2024;

/** Eight departments of a city in the middle of a season: each stands elsewhere. */
export async function sampleSeason(server: TestServer): Promise<void> {
  const names = ['司法局', '教育局', '财政局', '公安局', '民政局', '水利局', '统计局', '审计局'];
  await registerTree(server.database, {
    CITY: { name: '某市人民政府（汇总）', consolidates: true },
    ...Object.fromEntries(
      names.map((name, index) => [`O${index + 1}`, { name: `某市${name}`, parent: 'CITY' }]),
    ),
  });
  const slips: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    司法局: { 'requests.received.naturalPerson': '2', 'fees.fees.amount': '7320' },
  };
  for (const [index, name] of names.slice(0, 6).entries())
    for (const year of index < 2 ? [sampleYear - 1, sampleYear] : [sampleYear]) {
      const cells = year === sampleYear ? (slips[name] ?? {}) : {};
      const bytes = await sampleWorkbook(`某市${name}`, year, cells, index + year);
      const { status, text } = await server.upload([{ file: `${name}.xlsx`, bytes }]);
      if (status !== 200) throw new Error(text);
    }

  async function act(name: string, code: string, version: number, more = ''): Promise<void> {
    const answer = await server.graphql(
      `mutation { done: ${name}(report: { agency: "${code}", year: ${sampleYear} }, expectedVersion: ${version}${more}) {
        userErrors { message } } }`,
    );
    if (JSON.stringify(at(answer, 'data', 'done', 'userErrors')) !== '[]')
      throw new Error(JSON.stringify(answer));
  }

  for (const code of ['O3', 'O4', 'O5', 'O6']) {
    const changes = soundSections.map(({ id, text }) => `{ section: "${id}", text: "${text}" }`).join(', ');
    await act('sectionCorrect', code, 1, `, changes: [${changes}], reason: "补填文字部分"`);
    await act('reportSubmit', code, 2);
  }
  for (const code of ['O4', 'O5', 'O6']) {
    if (code === 'O6')
      await act(
        'reportReturn',
        code,
        2,
        ', reason: "两处数字与台账不一致", remarks: [{ cell: "licensing.licensing.decisions", text: "请与许可台账核对" }]',
      );
    else await act('reportAccept', code, 2, ', reason: "审核通过"');
  }
  await act('reportPublish', 'O5', 2);
  await act(
    'proposalMake',
    'O2',
    1,
    ', changes: [{ key: "licensing.licensing.decisions", value: "88" }], reason: "与许可系统导出的数一致"',
  );
}
