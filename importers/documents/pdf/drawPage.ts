import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Drawing, Glyph } from './drawing.js';
import { boxThrough, combined, holds, identity, intersection, type Box, type Matrix } from './geometry.js';
import { OPS } from './library.js';
import { fillPath, strokePath, type Paths } from './paths.js';
import { moveText, newPen, setTextMatrix, type Font, type Pen } from './Pen.js';
import { isDrawnWhite, showText, type Shown } from './showText.js';

const strokes = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** Characters and lines beyond this are no report's. */
const mostRules = 20_000;

/** Follows what a page draws: every character with its place, every line of a table. */
export async function drawPage(page: PDFPageProxy, turn: Matrix = identity): Promise<Drawing> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const base = combined(turn, viewport.transform as unknown as Matrix);
  const sheet = boxThrough(turn, { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height });
  const drawing = new PageDrawing(base, sheet, (name) => fontOf(page, name));
  fnArray.forEach((operator, index) =>
    drawing.follow(operator, (argsArray[index] ?? []) as unknown[], index),
  );
  return drawing.finish();
}

function fontOf(page: PDFPageProxy, name: string): Font | null {
  return page.commonObjs.has(name) ? (page.commonObjs.get(name) as Font) : null;
}

class PageDrawing {
  private readonly glyphs: { glyph: Glyph; order: number; isWhite: boolean }[] = [];
  private readonly paths: Paths = { across: [], down: [], paints: [] };
  private readonly saved: Pen[] = [];
  private pen: Pen;
  private clips = false;

  constructor(
    private readonly base: Matrix,
    private readonly sheet: Box,
    private readonly fontOf: (name: string) => Font | null,
  ) {
    this.pen = newPen(base, sheet);
  }

  follow(operator: number, args: readonly unknown[], order: number): void {
    const { pen } = this;
    const [first, second] = args;
    switch (operator) {
      case OPS.save:
      case OPS.beginGroup:
        return this.save();
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        return this.restore();
      case OPS.transform:
        pen.matrix = combined(pen.matrix, args as unknown as Matrix);
        return;
      case OPS.paintFormXObjectBegin:
        this.save();
        return this.enter(first, second);
      case OPS.beginAnnotation:
        this.save();
        this.pen.matrix = combined(combined(this.base, matrixOf(args[2])), matrixOf(args[3]));
        return;
      case OPS.clip:
      case OPS.eoClip:
        this.clips = true;
        return;
      case OPS.constructPath:
        return this.path(first as number, second, args[2], order);
      case OPS.setLineWidth:
        pen.lineWidth = Number(first);
        return;
      case OPS.setFillRGBColor:
        pen.fill = String(first);
        return;
      case OPS.setFillColorN:
      case OPS.shadingFill:
        pen.fill = '#808080';
        return;
      case OPS.setStrokeRGBColor:
        pen.stroke = String(first);
        return;
      case OPS.setStrokeColorN:
        pen.stroke = '#808080';
        return;
      case OPS.setGState:
        return this.setState(first);
      default:
        return this.write(operator, args, order);
    }
  }

  finish(): Drawing {
    const { across, down, paints } = this.paths;
    const glyphs = this.glyphs.map(({ glyph, order, isWhite }) => {
      const over = paints.filter(({ box }) => holds(box, glyph.centreX, glyph.centreY));
      const ground = over.filter((paint) => paint.order < order).at(-1)?.colour;
      const isBuried = over.some((paint) => paint.order > order);
      const isLost = isBuried || (isWhite && (ground === undefined || ground === '#ffffff'));
      return isLost ? { ...glyph, isSeen: false } : glyph;
    });
    return { glyphs, across: across.slice(0, mostRules), down: down.slice(0, mostRules), page: this.sheet };
  }

  private save(): void {
    this.saved.push({ ...this.pen });
  }

  private restore(): void {
    this.pen = this.saved.pop() ?? this.pen;
  }

  private enter(matrix: unknown, box: unknown): void {
    this.pen.matrix = combined(this.pen.matrix, matrixOf(matrix));
    const [x0, y0, x1, y1] = numbersOf(box);
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
    this.pen.clip = intersection(this.pen.clip, boxThrough(this.pen.matrix, { x0, y0, x1, y1 }));
  }

  private path(painting: number, data: unknown, extent: unknown, order: number): void {
    const [commands] = Array.isArray(data) ? (data as unknown[]) : [];
    if (commands instanceof Float32Array) {
      if (strokes.has(painting)) strokePath(this.paths, commands, this.pen);
      if (fills.has(painting)) fillPath(this.paths, commands, this.pen, order);
    }
    if (!this.clips) return;
    this.clips = false;
    const [x0, y0, x1, y1] = numbersOf(extent);
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
    this.pen.clip = intersection(this.pen.clip, boxThrough(this.pen.matrix, { x0, y0, x1, y1 }));
  }

  private setState(entries: unknown): void {
    for (const [key, value] of Array.isArray(entries) ? (entries as [string, unknown][]) : []) {
      if (key === 'ca') this.pen.fillOpacity = Number(value);
      else if (key === 'CA') this.pen.strokeOpacity = Number(value);
      else if (key === 'LW') this.pen.lineWidth = Number(value);
      else if (key === 'Font' && Array.isArray(value)) this.setFont(value[0], value[1]);
    }
  }

  private setFont(name: unknown, size: unknown): void {
    this.pen.font = this.fontOf(String(name));
    this.pen.fontSize = Number(size);
  }

  private write(operator: number, args: readonly unknown[], order: number): void {
    const { pen } = this;
    const [first, second] = args;
    switch (operator) {
      case OPS.beginText:
        return setTextMatrix(pen, identity);
      case OPS.setFont:
        return this.setFont(first, second);
      case OPS.setTextMatrix:
        return setTextMatrix(pen, matrixOf(first));
      case OPS.moveText:
        return moveText(pen, Number(first), Number(second));
      case OPS.setLeading:
        pen.leading = -Number(first);
        return;
      case OPS.setLeadingMoveText:
        pen.leading = Number(second);
        return moveText(pen, Number(first), Number(second));
      case OPS.nextLine:
        return moveText(pen, 0, pen.leading);
      case OPS.setCharSpacing:
        pen.characterSpacing = Number(first);
        return;
      case OPS.setWordSpacing:
        pen.wordSpacing = Number(first);
        return;
      case OPS.setHScale:
        pen.scale = Number(first) / 100;
        return;
      case OPS.setTextRise:
        pen.rise = Number(first);
        return;
      case OPS.setTextRenderingMode:
        pen.mode = Number(first);
        return;
      case OPS.showText: {
        const isWhite = isDrawnWhite(pen);
        for (const glyph of showText(pen, first as readonly Shown[], order))
          this.glyphs.push({ glyph, order, isWhite });
      }
    }
  }
}

function numbersOf(value: unknown): number[] {
  if (value instanceof Float32Array || Array.isArray(value))
    return Array.from(value as ArrayLike<number>, Number);
  return [];
}

function matrixOf(value: unknown): Matrix {
  const [a, b, c, d, e, f] = numbersOf(value);
  return f === undefined ? identity : [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f];
}
