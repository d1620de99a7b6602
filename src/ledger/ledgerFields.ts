/** What a ledger is read for, in the order of the answer. */
export const ledgerFields = {
  number: '申请编号',
  applicant: '申请人类型',
  received: '收到日期',
  channel: '申请方式',
  correctionAsked: '补正告知日期',
  correctionReceived: '补正收到日期',
  thirdPartyAsked: '征求第三方意见日期',
  thirdPartyReplied: '第三方意见收到日期',
  extended: '延期',
  answered: '答复日期',
  outcome: '办理结果',
  fee: '收费金额',
  reconsiderationResult: '复议结果',
  reconsiderationDecided: '复议决定日期',
  litigationRoute: '起诉途径',
  litigationResult: '诉讼结果',
  litigationDecided: '诉讼裁判日期',
} as const;

export type LedgerField = keyof typeof ledgerFields;

/** Without these nothing can be counted. */
export const neededFields: readonly LedgerField[] = [
  'number',
  'applicant',
  'received',
  'answered',
  'outcome',
];

export function isLedgerField(text: string): text is LedgerField {
  return Object.hasOwn(ledgerFields, text);
}
