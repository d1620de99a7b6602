/** Columns beside each other, a group a category. The numbers are in a table of the same document. */
export interface Plot {
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly PlotSeries[];
}

export interface PlotSeries {
  readonly name: string;
  /** null: unknown, no column. */
  readonly values: readonly (number | null)[];
  /** `#rrggbb` */
  readonly colour: string;
}

export interface PlotBlock {
  readonly kind: 'plot';
  readonly plot: Plot;
}

/** Told apart by brightness too, for print without colour. */
export const plotColours: readonly string[] = [
  '#9fb3c8',
  '#1f4e79',
  '#d9a320',
  '#8a3b12',
  '#6aa37d',
  '#3c2a66',
  '#c9c9c9',
  '#5a5a5a',
  '#e3b7a0',
  '#12636b',
];

/** Series with their colours, in order. */
export function plotBlock(
  title: string,
  categories: readonly string[],
  series: readonly Omit<PlotSeries, 'colour'>[],
): PlotBlock {
  return {
    kind: 'plot',
    plot: {
      title,
      categories,
      series: series.map((each, index) => ({
        ...each,
        colour: plotColours[index % plotColours.length] ?? '#000000',
      })),
    },
  };
}
