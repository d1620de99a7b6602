/** A workbook holds something that this reader does not know for certain; another one reads it. */
export class NotUnderstood extends Error {}
