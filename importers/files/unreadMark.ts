/**
 * What a marked-up workbook shows in a cell whose number could not be read from the upload. Until somebody
 * types over it, it is no number.
 */
export const unreadMark = '未读出';

/** The sign of the marked-up workbook may have come with it, as when a sheet is saved as text. */
export function isUnreadMark(text: string): boolean {
  return /^未读出\s*▲?$/u.test(text.trim());
}
