const china = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Asia/Shanghai',
});

/** A moment as a clock in China shows it. */
export function readingOf(moment: Date): string {
  return china.format(moment);
}
