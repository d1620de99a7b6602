import { ink, paper } from '../reading/textLook.js';

const named: Readonly<Record<string, string>> = {
  white: paper,
  window: paper,
  black: ink,
  windowtext: ink,
  red: 'ff0000',
  yellow: 'ffff00',
  blue: '0000ff',
  green: '008000',
  lime: '00ff00',
  aqua: '00ffff',
  cyan: '00ffff',
  fuchsia: 'ff00ff',
  magenta: 'ff00ff',
  gray: '808080',
  grey: '808080',
  silver: 'c0c0c0',
  navy: '000080',
  teal: '008080',
  purple: '800080',
  maroon: '800000',
  olive: '808000',
  orange: 'ffa500',
  lightgrey: 'd3d3d3',
  lightgray: 'd3d3d3',
  whitesmoke: 'f5f5f5',
};

const written =
  /#([\da-f]{6}|[\da-f]{3})(?![\da-f])|rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})|([a-z]+)/i;

/** The colour that a style sheet or an attribute names; undefined when it names none that is known. */
export function pageColour(text: string): string | undefined {
  const lightness = /^hsla?\([^()]*?(\d+)%\s*[,/)]?[^%]*$/i.exec(text.trim())?.[1];
  if (lightness !== undefined) return lightness === '100' ? paper : lightness === '0' ? ink : undefined;
  const [, hex, red, green, blue, name] = written.exec(text.trim()) ?? [];
  if (hex !== undefined)
    return (hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex).toLowerCase();
  if (red !== undefined)
    return [red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
  return name === undefined ? undefined : named[name.toLowerCase()];
}
