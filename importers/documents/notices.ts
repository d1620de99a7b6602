import { shortened } from '../../src/text/shortened.js';
import { problem, type Problem, type ProblemCode } from '../../src/problems/problem.js';

/** What a document holds beside what its reader sees as its text. */
export type NoticeKind =
  'hidden' | 'struck' | 'raised' | 'inserted' | 'deleted' | 'covered' | 'joined' | 'unreadable';

export interface Notice {
  readonly kind: NoticeKind;
  readonly text: string;
}

/** What is said of the end of a paragraph that a tracked change took away. */
export const paragraphMark = '段落标记';

/** A notice with the place where its text stands. */
export interface PlacedNotice extends Notice {
  readonly place: string;
}

const tellings: Readonly<Record<NoticeKind, { code: ProblemCode; say: (what: string) => string }>> = {
  hidden: {
    code: 'HIDDEN_CONTENT',
    say: (what) => `文件里有看不见的文字，没有读取：${what}。请核对，不要的请删去。`,
  },
  struck: {
    code: 'NOTE_IN_CELL',
    say: (what) => `文件里有画了删除线的文字，按已删去处理：${what}。请核对。`,
  },
  raised: {
    code: 'NOTE_IN_CELL',
    say: (what) => `文件里有上标或下标的文字，按注释符号处理，不计入数字：${what}。请核对。`,
  },
  inserted: {
    code: 'TRACKED_CHANGES',
    say: (what) => `文件带有修订，其中插入的文字按已接受读取：${what}。请接受或拒绝全部修订后核对。`,
  },
  deleted: {
    code: 'TRACKED_CHANGES',
    say: (what) => `文件带有修订，其中删除的文字按已删去处理：${what}。请接受或拒绝全部修订后核对。`,
  },
  covered: {
    code: 'HIDDEN_CONTENT',
    say: (what) => `合并单元格里有不显示的文字，没有读取：${what}。请核对。`,
  },
  joined: {
    code: 'NUMBER_CLEANED',
    say: (what) => `数字在窄格里折成了几行，已连成一个数：${what}。请核对。`,
  },
  unreadable: {
    code: 'TEXT_UNREADABLE',
    say: (what) =>
      `文件里有些文字没有附带编码，程序读不出是什么字：${what}。请用原来的 Word 或 WPS 文档，或重新导出 PDF 后上传。`,
  },
};

const mostShown = 3;
const longestShown = 20;

/** One problem for each kind: how often, and the first places. */
export function noticeProblems(notices: readonly PlacedNotice[]): Problem[] {
  if (notices.length === 0) return [];
  const kinds = Object.keys(tellings) as NoticeKind[];
  return kinds.flatMap((kind) => {
    const own = notices.filter((notice) => notice.kind === kind && notice.text.trim() !== '');
    const [first] = own;
    if (!first) return [];
    const shown = own
      .slice(0, mostShown)
      .map(({ text, place }) => `“${shortened(text, longestShown)}”（${place}）`);
    const more = own.length > mostShown ? `等 ${own.length} 处` : '';
    return [problem(tellings[kind].code, tellings[kind].say(shown.join('、') + more), { at: first.place })];
  });
}
