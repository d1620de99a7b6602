import type { ProseNumber } from '../../prose/numbers.js';
import type { Stated, Statement } from './statedNumbers.js';

/** By which way a request came in. */
const channel =
  /(?:互联网|网络|网上|网站|在线|线上|平台|信函|邮寄|来信|信件|当面|现场|窗口|传真|电子邮件|邮件|邮箱)(?:申请|提交|提出|受理|收到|渠道|方式|形式|途径|平台|系统|的|为|共|有|：|:|、)*$/;

/** The list is of other things, of a part, or of more than came in this year. */
const notAll = /等|主要|部分|结转|信访|投诉|咨询|热线|去年|上年|同比|发布|公开信息/;

const received: Statement = {
  words: '',
  readings: [['requests.received.total'], ['requests.received.total', 'requests.carriedOver.total']],
  name: '本年新收',
  about: 'requests',
};

/** The ways in which requests came in add up to what came in: 网络申请5件，信函申请3件. null where they are not all told. */
export function sumOfChannels(
  sentence: string,
  numbers: readonly ProseNumber[],
  year: number | null,
): Stated | null {
  if (numbers.length < 2 || !/信息公开申请|公开申请|依申请/.test(sentence) || notAll.test(sentence))
    return null;
  const years = [...sentence.matchAll(/(?<!\d)(\d{4})年/g)].map(([, named]) => Number(named));
  if (years.some((named) => named !== year)) return null;
  const parts = numbers.filter(({ from }) => channel.test(sentence.slice(0, from).slice(-40)));
  // Two of them may be two among more, unless they are said to be the parts of a whole.
  if (parts.length < (/其中/.test(sentence) ? 2 : 3)) return null;
  return { statement: received, value: parts.reduce((sum, { value }) => sum + value, 0n) };
}
