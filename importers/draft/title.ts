import type { Line } from '../match/line.js';

export interface Title {
  readonly year: number | null;
  /** As printed, without the year and what follows. */
  readonly agency: string | null;
}

const reportName = /政府信息公开(?:工作)?(?:年度报告|年报)/;
const digits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const chineseYear = /[〇零○一二三四五六七八九]{4}(?=年)/;

/** Titles stand at the top: a sentence further down that names the report is not one. */
const searchedLines = 40;
const longestTitle = 60;

/**
 * Year and agency from a title such as 某市某局2024年政府信息公开工作年度报告, where the agency may stand
 * on the line before. undefined when there is no title.
 */
export function findTitle(lines: readonly Line[]): Title | undefined {
  let agencyLine: string | null = null;
  for (const line of lines.slice(0, searchedLines)) {
    const text = compact(line.cells.map((cell) => cell.text).join(''));
    if (text === '') continue;
    if (isTitle(text)) {
      const title = parseTitle(text);
      if (title.year !== null || title.agency !== null)
        return { year: title.year, agency: title.agency ?? agencyLine };
    }
    agencyLine = text.length <= 30 && /^[\p{Script=Han}（）()]+$/u.test(text) ? text : null;
  }
  return undefined;
}

/** A short line that names the report and is no sentence. */
export function isTitle(line: string): boolean {
  const text = compact(line);
  return reportName.test(text) && text.length <= longestTitle && !/[。，,；;]/.test(text);
}

function parseTitle(text: string): Title {
  const plain = text.replace(chineseYear, (year) =>
    [...year].map((digit) => digits[digit] ?? digit).join(''),
  );
  const match = /(?<!\d)((?:19|20)\d{2})年?度?/.exec(plain);
  const year = match?.[1] ? Number(match[1]) : null;
  const nameAt = plain.search(reportName);
  const before = plain.slice(0, match && match.index < nameAt ? match.index : nameAt);
  const agency = before.replace(/^关于/, '').replace(/[（(《“]+$/, '');
  return { year, agency: agency === '' ? null : agency };
}

/** Without spaces and the marks that text conversions put before headings. */
function compact(text: string): string {
  return text.replace(/\s/g, '').replace(/^[#*《]+|[*》]+$/g, '');
}
