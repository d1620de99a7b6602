/** What a plot shows, and the table beside it: a row a category, a column a series. */
export interface PlotData {
  /** What the categories are: 机关, 年度, 日期. */
  readonly category: string;
  readonly categories: readonly string[];
  readonly series: readonly PlotSeries[];
  readonly kind: 'bars' | 'lines' | 'columns';
  /** The series of one category stand on each other. */
  readonly stacked?: boolean;
}

export interface PlotSeries {
  readonly name: string;
  /** null: unknown. */
  readonly values: readonly (number | null)[];
  readonly colour: string;
}

/** Told apart by brightness too; patterns tell them apart without colour. */
export const plotColours = {
  grey: '#8a94a3',
  yellow: '#d9a320',
  red: '#b3261e',
  blue: '#2b6cb0',
  teal: '#1f8a8a',
  green: '#2e7d32',
  violet: '#6b4fa0',
  brown: '#8a5a2b',
} as const;
