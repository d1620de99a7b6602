import { textOf, type Line } from '../match/line.js';
import {
  agencyWords,
  compactTitle,
  headingParts,
  inEveryTitle,
  namesReport,
  titleParts,
  type Title,
} from './titleParts.js';

/** Titles stand at the top: a sentence further down that names the report is not one. */
const searchedLines = 40;
const longestTitle = 60;

/**
 * Year and agency from a title such as 某市某局2024年政府信息公开工作年度报告, where the agency may stand
 * on the line before; else from the heading of a sheet. undefined when there is none. Of titles of several years
 * over the text the last one is that of the text: links to other years' reports stand above it.
 */
export function findTitle(lines: readonly Line[]): Title | undefined {
  let agencyLine: string | null = null;
  let heading: Title | undefined;
  let found: Title | undefined;
  let isNamed = false;
  let above: string | null = null;
  const top = lines.slice(0, searchedLines);
  for (const line of top) {
    const text = compactTitle(line.cells.map((cell) => cell.text).join(''));
    if (text === '') continue;
    if (found && firstHeading.test(text)) break;
    const alone =
      line.cells.length > 1 && text.includes(inEveryTitle)
        ? line.cells.map((cell) => compactTitle(cell.text)).find(isWhole)
        : undefined;
    const named = alone ?? text;
    if (isTitle(named)) {
      isNamed = true;
      if (agencyLine !== null && agencyEnd.test(agencyLine)) above ??= agencyLine;
      const title = titleParts(named);
      const isLater =
        found !== undefined && title.year !== null && title.agency !== null && !cited.test(named);
      if (!found && (title.year !== null || title.agency !== null))
        found = { year: title.year ?? heading?.year ?? null, agency: title.agency ?? agencyLine };
      else if (isLater) found = title;
    }
    if (text.length <= longestTitle) heading ??= headingParts(text) ?? undefined;
    agencyLine =
      text.length <= 30 && /^[\p{Script=Han}（）()]+$/u.test(text)
        ? text
        : agencyLine && yearAlone.test(text)
          ? agencyLine
          : null;
  }
  if (!found && !isNamed) return heading;
  const { year, agency } = found ?? heading ?? { year: null, agency: null };
  return { year: year ?? yearBeside(top), agency: agency ?? above ?? agencyBeside(top) };
}

const agencyEnd = new RegExp(`${agencyWords}$`, 'u');
const firstHeading = /^[一二三][、.．]/;
/** What is named to say by which rules this one was written. */
const cited = /根据|依据|按照|参照/;
const yearAlone = /^[（(]?((?:19|20)\d{2})年?度?[)）]?$/;

function isWhole(text: string): boolean {
  return isTitle(text) && titleParts(text).year !== null;
}

/** Links from a page to other pages. */
const elsewhere = /^(?:上一[篇条页]|下一[篇条页]|当前位置|您?的?位置|首页)/;

/** A short line that names the report and is no sentence. */
export function isTitle(line: string): boolean {
  if (!line.includes(inEveryTitle)) return false;
  const text = compactTitle(line);
  return (
    text.length <= longestTitle && namesReport(text) && !/[。，,；;]/.test(text) && !elsewhere.test(text)
  );
}

/** A line that is one. */
export function isTitleLine(line: Line): boolean {
  return line.cells.some(({ text }) => text.includes(inEveryTitle)) && isTitle(textOf(line));
}

const yearLabel = /^(?:报告|填报|统计|所属)?(?:年度|年份)[:：]?((?:19|20)\d{2})?年?度?$/;
const agencyLabel =
  /^(?:发布机构|公开机构|发布单位|信息来源|(?:填报|报送|编制|填表)(?:单位|机关|机构)(?:名称)?|单位名称|机关名称)(?:[（(](?:盖|公|签)?章[)）])?[:：]?(.*)$/;

/** 年度：2024, or a line of its own between the name of the agency and that of the report. */
function yearBeside(lines: readonly Line[]): number | null {
  for (const { cells } of lines) {
    const texts = cells.map((cell) => compactTitle(cell.text));
    const [only = ''] = texts;
    if (firstHeading.test(only)) return null;
    const alone = texts.length === 1 ? yearAlone.exec(only)?.[1] : undefined;
    if (alone !== undefined) return Number(alone);
    for (const [index, text] of texts.entries()) {
      const label = yearLabel.exec(text);
      const year = label?.[1] ?? (label ? yearAlone.exec(texts[index + 1] ?? '')?.[1] : undefined);
      if (year !== undefined) return Number(year);
    }
  }
  return null;
}

/** 填报单位 over the tables, or 发布机构 in the table at the head of a published page. */
function agencyBeside(lines: readonly Line[]): string | null {
  for (const { cells } of lines) {
    const texts = cells.map((cell) => compactTitle(cell.text));
    for (const [index, text] of texts.entries()) {
      const match = agencyLabel.exec(text);
      const name = match?.[1] || (match ? texts[index + 1] : undefined);
      if (name && /^\p{Script=Han}{3,30}$/u.test(name)) return name;
    }
  }
  return null;
}
