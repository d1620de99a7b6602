/**
 * The printed form is fifteen columns of one width: 四 prints fifteen numbers side by side, 三 seven beside
 * its labels, a block of 二 up to three, and all reach the same right edge.
 */
export const columnCount = 15;
