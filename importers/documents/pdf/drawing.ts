import type { Box } from './geometry.js';

/** Which way a text runs on the page. Text at an angle, as watermarks are, is none of the page's text. */
export type Direction = 'right' | 'down' | 'left' | 'up';

/** One character on a page; y grows downwards. */
export interface Glyph {
  readonly text: string;
  /** From where it begins to where the next one would, along its line. */
  readonly x0: number;
  readonly x1: number;
  /** Of its line. */
  readonly baseline: number;
  readonly size: number;
  readonly centreX: number;
  readonly centreY: number;
  readonly direction: Direction;
  /** Upright characters one below the other. */
  readonly isStacked: boolean;
  readonly isSeen: boolean;
  /** Characters that one operator draws share it. */
  readonly run: number;
}

/** A horizontal or vertical line: it stands at `at` and reaches from `from` to `to`. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is drawn on a page. */
export interface Drawing {
  readonly glyphs: readonly Glyph[];
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
  readonly page: Box;
}
