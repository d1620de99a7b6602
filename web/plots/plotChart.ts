import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ComposeOption } from 'echarts/core';
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';
import type { PlotData, PlotSeries } from './plotData.js';

use([
  ...[BarChart, LineChart, AriaComponent, GridComponent],
  ...[LegendComponent, TooltipComponent, CanvasRenderer],
]);

type Option = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | AriaComponentOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
>;

/** A plot that stands in an element until it is taken away. */
export interface Drawn {
  show(data: PlotData): void;
  resize(): void;
  dispose(): void;
}

export function drawPlot(element: HTMLElement): Drawn {
  const chart = init(element);
  return {
    show: (data) => chart.setOption(optionOf(data), true),
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}

function optionOf(data: PlotData): Option {
  const { categories, series, kind } = data;
  const names = { type: 'category' as const, data: [...categories], inverse: kind === 'bars' };
  // Long numbers on a phone are left out rather than run into each other.
  const numbers = { type: 'value' as const, minInterval: 1, axisLabel: { hideOverlap: true } };
  return {
    animation: false,
    // Patterns beside colours; the words for those who cannot see it are in the table.
    aria: { enabled: true, label: { enabled: false }, decal: { show: kind !== 'lines' } },
    textStyle: { fontFamily: 'inherit' },
    legend: { top: 0, type: 'scroll' },
    // As text on the canvas: the policy of the page allows no styles in markup.
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
    grid: { top: 40, left: 8, right: 24, bottom: 8, containLabel: true },
    xAxis: kind === 'bars' ? numbers : names,
    yAxis: kind === 'bars' ? names : numbers,
    series: series.map((each) => seriesOf(each, data)),
  };
}

function seriesOf(
  { name, values, colour }: PlotSeries,
  { kind, stacked }: PlotData,
): BarSeriesOption | LineSeriesOption {
  const shared = { name, data: [...values], itemStyle: { color: colour } };
  return kind === 'lines'
    ? { type: 'line', ...shared, lineStyle: { color: colour }, step: 'end', symbolSize: 6 }
    : { type: 'bar', ...shared, barMaxWidth: 28, ...(stacked && { stack: 'all' }) };
}
