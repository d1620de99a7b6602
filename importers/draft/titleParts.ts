import { visibleText } from '../../src/text/visibleText.js';

export interface Title {
  readonly year: number | null;
  /** As printed, without the year and what follows. */
  readonly agency: string | null;
}

const reportName = /政府信息公开(?:工作)?的?(?:(?:19|20)\d{2}年?)?(?:年度(?:工作)?报告|年报)/;
/** 报告, 年报: without it nothing is the name of the report. */
export const inEveryTitle = '报';
/** Shorter names of the report are its title only with a year. */
const shortName = /政府信息公开(?:工作)?(?:情况)?的?报告/;
const digits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  ...Object.fromEntries([...'○●◯OoΟοОо'].map((circle) => [circle, '0'])),
  ...Object.fromEntries([...'壹贰叁肆伍陆柒捌玖'].map((digit, index) => [digit, String(index + 1)])),
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
const chineseYear = /[〇零○●◯OoΟοОо0一二三四五六七八九壹贰叁肆伍陆柒捌玖]{4}(?=年)/g;
const mixedYear = /2[OoΟοОо〇○◯]\d{2}(?=年)/g;
/** 24年, '24年, 二四年 right before the name of the report; 十四年 and 第24年 are something else. */
const shortYear =
  /(?<![\d第十〇零○一二三四五六七八九])['’‘＇]?([1-4]\d|[一二三四][〇零○一二三四五六七八九])(?=年度?(?:的?政府信息公开))/gu;
/** The day on which it was written, or published. */
const day =
  /20\d{2}(?:年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?|[-.\/]\d{1,2}[-.\/]\d{1,2}日?)/g;
/** Two years: nobody can say which is meant. */
const yearRange = /(?:19|20)\d{2}年?[-—–~～至](?:19|20)\d{2}年/;
const writtenYear = /(?<!\d)((?:19|20)\d{2})(?!\d)年?度?/;

/** What stands before an agency's name and after it in a title. */
const before =
  /^(?:附[件表][\d一二三四五六七八九十]{0,2}(?:-\d{1,2})?[:：、.．]?|【[^】]{1,6}】|关于|印发|[（(【]|[）)】\]》”—–\-:：、的])+/;
const after = /(?:[（(《“【[—–\-:：、]|关于|的)+$/;

/** What the names of agencies end with. */
export const agencyWords =
  '(?:局|委员会|委|办公室|办|厅|政府|院|会|处|所|站|大队|支队|中心|镇|乡|街道|办事处|公司|学校)';

const agencyBehind = new RegExp(`^[（(]?(\\p{Script=Han}{2,28}${agencyWords})[)）]?$`, 'u');

/** A short line that names the report and is no sentence. */
export function namesReport(text: string): boolean {
  return reportName.test(text) || (shortName.test(text) && writtenYear.test(plainYear(text)));
}

/** Year and agency of a title. The year may stand anywhere, the agency before the name or after a dash. */
export function titleParts(text: string): Title {
  const whole = plainYear(text);
  const undated = whole.replace(day, '');
  const plain = writtenYear.test(undated) || !writtenYear.test(whole) ? undated : whole;
  const match = writtenYear.exec(plain);
  const name = reportName.exec(plain) ?? shortName.exec(plain);
  const start = name?.index ?? plain.length;
  const lead = match && match.index < start ? plain.slice(0, match.index) : plain.slice(0, start);
  const between = match && match.index < start ? plain.slice(match.index + match[0].length, start) : '';
  const rest = name ? plain.slice(start + name[0].length) : '';
  const behind = /^[—–-]+(\p{Script=Han}+)$/u.exec(rest) ?? agencyBehind.exec(rest);
  const agency = [trimmed(lead), trimmed(between), behind?.[1] ?? ''].find((part) => part !== '') ?? '';
  const year = match?.[1] && !yearRange.test(plain) ? Number(match[1]) : null;
  return { year, agency: agency === '' ? null : agency };
}

/** 某市某局2024年度 二、主动公开政府信息情况: the heading of a sheet says whose and of which year it is. */
export function headingParts(text: string): Title | null {
  const match = /^(\p{Script=Han}{2,30}?)?((?:19|20)\d{2})年度?[（(]?[二三四][、.．）)]/u.exec(
    plainYear(text),
  );
  const year = match?.[2];
  return year ? { year: Number(year), agency: trimmed(match?.[1] ?? '') || null } : null;
}

/** Without spaces, invisible characters and the marks that text conversions put before headings. */
export function compactTitle(text: string): string {
  return visibleText(text)
    .replace(/[\s\u3000]/g, '')
    .replace(/^[#*《]+|[*》]+$/g, '');
}

function plainYear(text: string): string {
  return text
    .replace(/[０-９Ｏ]/g, (wide) => wide.normalize('NFKC'))
    .replace(chineseYear, (year) => [...year].map((digit) => digits[digit] ?? digit).join(''))
    .replace(mixedYear, (year) => `20${year.slice(2)}`)
    .replace(
      shortYear,
      (_, year: string) => `20${[...year].map((digit) => digits[digit] ?? digit).join('')}`,
    );
}

function trimmed(text: string): string {
  return text.replace(before, '').replace(after, '');
}
