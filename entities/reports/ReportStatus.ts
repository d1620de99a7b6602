/** Where a report stands between filling in and publication. */
export enum ReportStatus {
  /** 填报: the agency fills it in. */
  DRAFT = 'DRAFT',
  /** 上报: waits for the supervising agency. */
  SUBMITTED = 'SUBMITTED',
  /** 退回: sent back with remarks. */
  RETURNED = 'RETURNED',
  /** 审核通过: may be published. */
  ACCEPTED = 'ACCEPTED',
  PUBLISHED = 'PUBLISHED',
  /** 更正: published, and a revision is being made. */
  CORRECTING = 'CORRECTING',
}
