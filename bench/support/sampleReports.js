import { cellsOf, findCell } from '../../dist/src/cells.js';
import { formForYear } from '../../dist/src/forms/index.js';
import { totalsOf } from '../../dist/src/checks/sums/totals.js';

const counties =
  '清河 安平 永宁 望江 临泉 固城 西川 东明 南乐 宁远 长丰 武安 新河 广平 大名 定远 和顺 平遥 泰兴 乐安 吉水 石城 兴国 上林 阳朔';
const bureaus =
  '教育局 财政局 民政局 司法局 审计局 水利局 统计局 公安局 商务局 应急管理局 自然资源局 生态环境局 交通运输局 农业农村局 卫生健康委员会 市场监督管理局 人力资源和社会保障局 住房和城乡建设局 文化广电和旅游局 城市管理局';
const prose =
  '认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，围绕中心工作及公众关注，推进决策、执行、管理、服务、结果公开。通过政府网站、政务新媒体等平台及时发布政策文件及解读材料，依法办理公民、法人和其他组织提出的申请，健全保密审查制度，开展业务培训，回应社会关切。';

/** 500 agencies, as a city with its counties has them. */
export const agencies = counties.split(' ').flatMap((county, first) =>
  bureaus.split(' ').map((bureau, second) => ({
    code: `1141${String(first + 1).padStart(2, '0')}${String(second + 1).padStart(2, '0')}`,
    name: `${county}县${bureau}`,
    aliases: [],
  })),
);

/**
 * A report as agencies file them: prose, few requests, many zeros, and a slip in
 * every tenth.
 */
export function sampleReport(index, year) {
  const form = formForYear(year);
  const next = numbers(index + 1);
  const values = cellsOf(form).map(({ key, column, table }) => {
    if (totalsOf(form).has(key)) return null;
    if (column.quantity === 'money') return BigInt(next(900_000)) * 100n;
    if (table.id === 'requests' || table.id === 'remedies') return BigInt(next(4) === 0 ? next(30) : 0);
    return BigInt(next(2000));
  });
  const position = (key) => findCell(form, key).position;
  const sum = (parts) => parts.reduce((total, part) => total + (values[position(part)] ?? 0n), 0n);
  const fillTotals = () => {
    for (let pass = 0; pass < 3; pass += 1)
      for (const [key, [parts]] of totalsOf(form)) values[position(key)] = sum(parts);
  };
  fillTotals();
  for (const column of form.sections.flatMap(({ tables }) => tables).find(({ id }) => id === 'requests')
    .columns) {
    const at = (row) => `requests.${row}.${column.id}`;
    values[position(at('carriedOver'))] = 0n;
    values[position(at('received'))] = sum([at('outcomesTotal'), at('carriedForward')]);
  }
  if (index % 10 === 0) values[position('requests.outcomesTotal.total')] += 1n;
  const { name, code } = agencies[index % agencies.length];
  const sections = form.sections
    .filter(({ tables }) => tables.length === 0)
    .map(({ id, title }) => ({ id, title, text: Array(3).fill(`${name}${prose}`).join('\n') }));
  return { form, values, agencyName: name, agencyCode: code, year, version: 1, sections };
}

/** The same numbers each run, other ones for each seed. */
function numbers(seed) {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
