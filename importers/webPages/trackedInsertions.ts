import { parse } from 'parse5';
import { problem, type Problem } from '../../src/problems/problem.js';
import { shortened } from '../../src/text/shortened.js';
import { outermost, textOfNode, walk, type PageElement } from './pageNodes.js';

const mostShown = 3;
const longestShown = 20;

/** What a tracked change put into the tables of a page is read as accepted, and told. */
export function trackedInsertions(html: string): Problem[] {
  if (!/<ins[\s>]/i.test(html)) return [];
  const texts = outermost(parse(html, { scriptingEnabled: false }), new Set(['table']))
    .flatMap((table) => outermost(table, new Set(['ins'])).map(textIn))
    .filter((text) => text !== '');
  if (texts.length === 0) return [];
  const shown = texts.slice(0, mostShown).map((text) => `“${shortened(text, longestShown)}”`);
  const more = texts.length > mostShown ? `等 ${texts.length} 处` : '';
  return [
    problem(
      'TRACKED_CHANGES',
      `表格里带有修订，其中插入的文字按已接受读取：${shown.join('、')}${more}。请接受或拒绝全部修订后核对。`,
    ),
  ];
}

function textIn(element: PageElement): string {
  let text = '';
  walk(element, {
    enter: (node) => {
      text += textOfNode(node) ?? '';
      return true;
    },
    leave: () => undefined,
  });
  return text.trim();
}
