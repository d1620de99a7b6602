import { allNotices, countOf, severities, severityWords, type Notice } from './notices.js';
import { isEmptyForm } from '../../../src/cells.js';
import type { FileAnswer, ImportStatus, ReportAnswer } from '../importAnswer.js';

/** What became of a file or a report, in a sign and words. */
export function statusWords(
  status: ImportStatus,
  version: number | null,
  dryRun: boolean,
): { sign: string; words: string } {
  const numbered = version === null ? '' : `（第 ${version} 版）`;
  const now = version === null ? '' : `（现在是第 ${version} 版）`;
  switch (status) {
    case 'STORED':
      return { sign: '✓', words: `已保存为草稿${numbered}` };
    case 'UNCHANGED':
      return { sign: '＝', words: `没有变化，同样的内容早已导入${now}` };
    case 'DRY_RUN':
      return { sign: '○', words: '可以保存为草稿（这次只检查，没有保存）' };
    case 'REJECTED':
      return { sign: '✘', words: dryRun ? '不能保存' : '没有保存' };
  }
}

/** What the person should do now. */
export function nextStep(
  status: ImportStatus,
  notices: readonly Notice[],
  reports: readonly Pick<ReportAnswer, 'cells'>[],
): string {
  const isEmpty = reports.length > 0 && reports.every(({ cells }) => isEmptyForm(cells));
  const errors = countOf(notices, 'error');
  const explains = countOf(notices, 'explain');
  switch (status) {
    case 'REJECTED':
      return '请按下面每条“错误”所说的办（改原表，或在上面“更多选项”里补填），然后重新选择这个文件。';
    case 'DRY_RUN':
      if (errors > 0)
        return '请先在原表中改正下面的错误，保存后重新选择文件检查。也可以先存为草稿，报送前再改正。';
      if (isEmpty)
        return '表里还没有数，无从核对。请填写后重新选择文件；也可以先存为草稿，在报告页面上填写。';
      if (explains > 0) return '没有错误。请核实“需说明”的各项：填错的改正，无误的可以保存，报送前写明原因。';
      return '没有发现错误，可以保存。';
    case 'STORED':
      if (errors > 0)
        return '草稿里还有错误，上报前必须改正：打开报告逐格更正并写明理由，或在原表中改正后重新上传。';
      if (isEmpty) return '表里还没有数，无从核对。请打开报告填写，或填好原表后重新上传。';
      if (explains > 0)
        return '没有错误。请打开报告，核实“需说明”的各项：填错的改正，无误的写明原因，然后上报。';
      return '没有发现错误，但还没有上报：请打开报告，核对后上报。';
    case 'UNCHANGED':
      return errors > 0
        ? '系统里的这份报告还有错误，上报前必须改正：请打开报告更正。'
        : '这份报告已经在系统里；是否已经上报，请打开报告查看。';
  }
}

/** 3 个文件：1 个已保存，2 个没有保存。错误 5 处，需说明 2 处。 */
export function summaryWords(files: readonly FileAnswer[], dryRun: boolean): string {
  const statuses: readonly (readonly [ImportStatus, string])[] = [
    ['STORED', '个已保存'],
    ['DRY_RUN', '个可以保存'],
    ['UNCHANGED', '个没有变化'],
    ['REJECTED', dryRun ? '个不能保存' : '个没有保存'],
  ];
  const parts = statuses.flatMap(([status, words]) => {
    const count = files.filter((file) => file.status === status).length;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return `${files.length} 个文件：${parts.join('，')}。${countWords(files.flatMap(allNotices))}。`;
}

/** 错误 5 处，需说明 2 处. Clean-ups ask for nothing and are not counted. */
export function countWords(notices: readonly Notice[]): string {
  const counts = severities.flatMap((severity) => {
    const count = severity === 'info' ? 0 : countOf(notices, severity);
    return count > 0 ? [`${severityWords[severity].word} ${count} 处`] : [];
  });
  return counts.length > 0 ? counts.join('，') : '没有发现错误';
}
