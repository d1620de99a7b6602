/** What a status of a report is called, wherever a person reads it. */
export const statusLabels = {
  DRAFT: '草稿',
  SUBMITTED: '已上报',
  RETURNED: '已退回',
  ACCEPTED: '审核通过',
  PUBLISHED: '已发布',
  CORRECTING: '更正中',
} as const;
