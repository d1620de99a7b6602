import type exceljs from 'exceljs';

/** The box of a note has one size: more than this does not fit. */
export const longestNote = 60;

/** A note (批注) in the type of the form. */
export function cellNote(text: string): exceljs.Comment {
  return { texts: [{ text, font: { name: '宋体', size: 9 } }], editAs: 'oneCells' };
}
