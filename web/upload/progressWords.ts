import type { Progress, RunStatus } from './collectionAnswer.js';

/** 12,345 */
export function counted(count: number): string {
  return count.toLocaleString('zh-CN');
}

/** The share of the files that is read, 0 to 1; null while nobody knows. */
export function shareRead({ bytesRead, bytesTotal }: Progress): number | null {
  return bytesTotal > 0 && bytesRead > 0 ? Math.min(1, bytesRead / bytesTotal) : null;
}

/** 已读 1,200 份（约 24%）：已保存 1,100 份，没有保存 3 份 */
export function progressWords(progress: Progress, dryRun = false): string {
  const share = shareRead(progress);
  if (share === null) return '正在读取，还没有读完第一批……';
  const counts = outcomeCounts(progress, dryRun);
  return `已读 ${counted(progress.reportsRead)} 份（${shareWords(share)}）${counts && `：${counts}`}`;
}

function shareWords(share: number): string {
  return share < 0.01 ? '不到 1%' : `约 ${Math.floor(share * 100)}%`;
}

/** 读到 1,103 份报告：已保存 1,100 份，没有保存 3 份。 */
export function totalWords(status: RunStatus, progress: Progress, dryRun: boolean): string {
  const read = counted(progress.reportsRead);
  const counts = outcomeCounts(progress, dryRun);
  const all = counts === '' ? '' : `：${counts}`;
  switch (status) {
    case 'CANCELLED':
      return `已取消。取消前读了 ${read} 份报告${all}。已保存的仍然有效，其余的没有导入。`;
    case 'FAILED':
      return `没有完成：服务器停止了，或出了错。此前读了 ${read} 份报告${all}。已保存的仍然有效。`;
    default:
      return `读到 ${read} 份报告${all}。`;
  }
}

/** How many reports of a dry run could be stored. */
export function storable({ reportsRead, reportsUnchanged, reportsRejected }: Progress): number {
  return reportsRead - reportsUnchanged - reportsRejected;
}

function outcomeCounts(progress: Progress, dryRun = false): string {
  const counts: readonly (readonly [number, string])[] = [
    [dryRun ? storable(progress) : progress.reportsStored, dryRun ? '可以保存' : '已保存'],
    [progress.reportsUnchanged, '没有变化'],
    [progress.reportsRejected, dryRun ? '不能保存' : '没有保存'],
  ];
  return counts.flatMap(([count, words]) => (count > 0 ? [`${words} ${counted(count)} 份`] : [])).join('，');
}
