import { compactTitle, namesReport, titleParts, type Title } from './titleParts.js';

const agencyWords =
  '(?:局|委员会|委|办公室|办|厅|政府|院|会|处|所|站|大队|支队|中心|镇|乡|街道|办事处|公司|学校)';

/** What the name of a file says: 某市某局2024年政府信息公开工作年度报告.xlsx, 某市某局2024.xlsx, 2024年报.xlsx. */
export function fileTitle(fileName: string): Title {
  const name = compactTitle(fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z]{2,5}$/, ''));
  if (namesReport(name)) return titleParts(name);
  const year = /(?<!\d)(20\d{2})(?!\d)/.exec(name)?.[1];
  const agency = new RegExp(`^(\\p{Script=Han}{2,28}?${agencyWords})(?=[(（_\\d—-]|年报|$)`, 'u').exec(
    name,
  )?.[1];
  return { year: year ? Number(year) : null, agency: agency ?? null };
}
