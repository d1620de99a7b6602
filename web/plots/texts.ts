/** What plots say. */
export const texts = {
  table: '数据表',
  loading: '正在画图……',
  failed: '图没有画出来，请看数据表。',
  unknown: '—',
  // The season
  byOffice: '各单位到了哪一步',
  byDay: '按日累计',
  day: '日期',
  due: '期限已到',
  // Outcomes
  outcomes: '历年办理结果',
  year: '年度',
  outcomesHint: '各年度“总计”列；各单位已有报告的数之和。',
  // Peers
  peers: '与同级比较',
  peersCell: '比较哪一格',
  peersOffice: '突出哪个单位',
  nobody: '（不突出）',
  office: '单位',
  others: '其他单位',
  rank: '位次',
  peersNone: '各单位这一格都没有数。',
} as const;
