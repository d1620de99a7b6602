import { agencyWords, compactTitle, namesReport, titleParts, type Title } from './titleParts.js';

/** What the name of a file says: 某市某局2024年政府信息公开工作年度报告.xlsx, 某市某局2024.xlsx, 2024年报.xlsx. */
export function fileTitle(fileName: string): Title {
  const name = compactTitle(fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z]{2,5}$/, ''));
  if (namesReport(name)) return titleParts(name);
  const year = /(?<!\d)(20\d{2})(?!\d)/.exec(name)?.[1];
  const bare = name.replace(
    /^(?:20\d{6}|附[件表][\d一二三四五六七八九十]{0,2}[:：_-]?|20\d{2}年?度?(?:年报)?[_-]?)+/,
    '',
  );
  const agency = new RegExp(`^(\\p{Script=Han}{2,28}?${agencyWords})(?=[(（_\\d—-]|年报|$)`, 'u').exec(
    bare,
  )?.[1];
  return { year: year ? Number(year) : null, agency: agency ?? null };
}
