/** Where a report stands between filling in and publication. */
export enum ReportStatus {
  DRAFT = 'DRAFT',
}
