/** The program that wrote an old workbook, as far as it leaves results of formulas out. */
export type OldWriter = 'xlwt' | 'LibreOffice' | 'other';

/** The beginning that both give to a workbook: a build of Excel of their own choice. */
const start = Buffer.from('0908100000060500bb0dcc07', 'hex');
/** The user who wrote it: xlwt says None. */
const user = Buffer.from('5c007000', 'hex');
const none = Buffer.from('None', 'latin1');

export function oldWriter(bytes: Buffer): OldWriter {
  if (!bytes.includes(start)) return 'other';
  for (let at = bytes.indexOf(user); at >= 0; at = bytes.indexOf(user, at + 1))
    if (bytes.subarray(at + user.length, at + user.length + 8).includes(none)) return 'xlwt';
  return 'LibreOffice';
}
