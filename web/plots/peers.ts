import { plotColours, type PlotData } from './plotData.js';
import { texts } from './texts.js';

export interface Peer {
  readonly code: string;
  readonly name: string;
  readonly value: string | null | undefined;
}

/** One cell of all offices, the largest first; the one that is looked for stands out and says its rank. */
export function peersPlot(peers: readonly Peer[], chosen: string | null): PlotData {
  const told = peers
    .flatMap(({ code, name, value }) => (value == null ? [] : [{ code, name, number: Number(value) }]))
    .sort((one, other) => other.number - one.number);
  const rank = (number: number) => 1 + told.filter((other) => other.number > number).length;
  const valuesOf = (belongs: (code: string) => boolean) =>
    told.map(({ code, number }) => (belongs(code) ? number : null));
  const own = told.find(({ code }) => code === chosen);
  return {
    kind: 'bars',
    stacked: true,
    category: texts.office,
    categories: told.map(({ name, number }) => `${rank(number)}. ${name}`),
    series: [
      ...(own
        ? [{ name: own.name, colour: plotColours.red, values: valuesOf((code) => code === own.code) }]
        : []),
      {
        name: own ? texts.others : texts.office,
        colour: plotColours.blue,
        values: valuesOf((code) => code !== own?.code),
      },
    ],
  };
}
