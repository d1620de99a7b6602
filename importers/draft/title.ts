import type { Line } from '../match/line.js';
import { compactTitle, headingParts, namesReport, titleParts, type Title } from './titleParts.js';

/** Titles stand at the top: a sentence further down that names the report is not one. */
const searchedLines = 40;
const longestTitle = 60;

/**
 * Year and agency from a title such as 某市某局2024年政府信息公开工作年度报告, where the agency may stand
 * on the line before; else from the heading of a sheet. undefined when there is none.
 */
export function findTitle(lines: readonly Line[]): Title | undefined {
  let agencyLine: string | null = null;
  let heading: Title | undefined;
  const top = lines.slice(0, searchedLines);
  for (const line of top) {
    const text = compactTitle(line.cells.map((cell) => cell.text).join(''));
    if (text === '') continue;
    if (isTitle(text)) {
      const title = titleParts(text);
      if (title.year !== null || title.agency !== null)
        return {
          year: title.year ?? heading?.year ?? null,
          agency: title.agency ?? agencyLine ?? publisherIn(top),
        };
    }
    if (text.length <= longestTitle) heading ??= headingParts(text) ?? undefined;
    agencyLine = text.length <= 30 && /^[\p{Script=Han}（）()]+$/u.test(text) ? text : null;
  }
  return heading;
}

/** A short line that names the report and is no sentence. */
export function isTitle(line: string): boolean {
  const text = compactTitle(line);
  return text.length <= longestTitle && namesReport(text) && !/[。，,；;]/.test(text);
}

/** 发布机构 in the table at the head of a published page. */
function publisherIn(lines: readonly Line[]): string | null {
  for (const { cells } of lines) {
    const texts = cells.map((cell) => compactTitle(cell.text));
    for (const [index, text] of texts.entries()) {
      const match = /^(?:发布机构|公开机构|发布单位|信息来源)[:：]?(.*)$/.exec(text);
      const name = match?.[1] || (match ? texts[index + 1] : undefined);
      if (name && /^\p{Script=Han}{3,30}$/u.test(name)) return name;
    }
  }
  return null;
}
