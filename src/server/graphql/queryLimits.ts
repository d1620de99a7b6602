/** How much one GraphQL request may ask for. */
export const queryLimits = {
  /** Room for a report given cell by cell in the text of the query. */
  tokens: 6_000,
  depth: 12,
  aliases: 30,
  /** Values in the answer: some 50 reports with all their cells. */
  cost: 100_000,
};
