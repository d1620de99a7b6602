/** What became of a proposed change. */
export enum ProposalStatus {
  OPEN = 'OPEN',
  TAKEN = 'TAKEN',
  DECLINED = 'DECLINED',
}
