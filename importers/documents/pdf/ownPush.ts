/** Adding to a list, as the engine does it: kept before pdf.js is loaded. */
export const { push: ownPush } = Array.prototype;
