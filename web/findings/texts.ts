/** What the list of findings says; the sentences themselves come from the rules. */
export const texts = {
  heading: '核对结果',
  none: '没有发现错误。',
  counts: { error: '错误', explain: '待说明', warning: '提示', info: '信息', settled: '已说明' },
  repairs: '改法',
  repairUnique: '只有这一种改法能使各项相符：',
  repairOther: (number: number) => `改法 ${number}：`,
  moreRepairs: (count: number) => `还有 ${count} 种改法`,
  take: '采用',
  explain: '说明',
  explained: (author: string, at: string) => `${author} ${at} 说明：`,
  explainAgain: '改写说明',
  saveFirst: '保存更正之后可以说明。',
  explainHint: '写清楚原因；“核实无误”一类的话不算说明。',
  cells: '涉及的格',
  blank: '空白',
  fold: (count: number) => `等 ${count} 格`,
} as const;
