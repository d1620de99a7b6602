import { identity, type Box, type Matrix } from './geometry.js';

/** A font as pdf.js hands it over, as far as it decides where text stands and what it says. */
export interface Font {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
  readonly composite?: boolean;
  readonly toUnicode?: object;
}

/** The state of drawing that `save` keeps and `restore` brings back. */
export interface Pen {
  matrix: Matrix;
  clip: Box;
  fill: string;
  fillOpacity: number;
  stroke: string;
  strokeOpacity: number;
  lineWidth: number;
  font: Font | null;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
  mode: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export function newPen(matrix: Matrix, clip: Box): Pen {
  return {
    matrix,
    clip,
    fill: '#000000',
    fillOpacity: 1,
    stroke: '#000000',
    strokeOpacity: 1,
    lineWidth: 1,
    font: null,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    leading: 0,
    mode: 0,
    textMatrix: identity,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

export function moveText(pen: Pen, x: number, y: number): void {
  pen.x = pen.lineX += x;
  pen.y = pen.lineY += y;
}

export function setTextMatrix(pen: Pen, matrix: Matrix): void {
  pen.textMatrix = matrix;
  pen.x = pen.y = pen.lineX = pen.lineY = 0;
}

/** Nothing darker than this is white. */
const palest = 0xf0;

export function isWhite(colour: string): boolean {
  const channels = /^#(..)(..)(..)/.exec(colour)?.slice(1) ?? [];
  return channels.length === 3 && channels.every((channel) => parseInt(channel, 16) >= palest);
}
