import { leftOutBy, ink, paper, type TextLook } from '../reading/textLook.js';
import { smaller } from './declaredStyle.js';
import { pageColour } from './pageColour.js';
import { attributeOf, type PageElement } from './pageNodes.js';
import type { StyleOf } from './pageStyles.js';

/** How the text of an element looks by itself and by what it stands in, and what lies behind it. */
export interface TextPlace {
  readonly look: TextLook;
  readonly ground: string | null;
  /** How large its letters are, in points. */
  readonly points: number;
}

/** Where nothing says otherwise. */
export const top: TextPlace = { look: { colour: ink }, ground: paper, points: 12 };

/** Inside of an element, by the place that it stands in. */
export function within(place: TextPlace, element: PageElement, styleOf: StyleOf): TextPlace {
  const style = styleOf(element);
  const own = style.colour ?? attributeOf(element, 'color') ?? attributeOf(element, 'text');
  const colour = own === undefined ? undefined : pageColour(own);
  const behind = style.background ?? attributeOf(element, 'bgcolor');
  const points = style.size ?? place.points * (style.scale ?? scaleOf(element));
  if (colour === undefined && behind === undefined && points === place.points) return place;
  return {
    points,
    look: {
      ...place.look,
      ...(colour !== undefined && { colour }),
      ...(style.size !== undefined && { size: style.size }),
    },
    ground: behind === undefined || isClear(behind) ? place.ground : (pageColour(behind) ?? null),
  };
}

/** What `<font size>` counts from one to seven, in points; three is the size of the page. */
const fontSizes = [7.5, 10, 12, 13.5, 18, 24, 36];

function scaleOf(element: PageElement): number {
  if (element.tagName === 'small') return smaller;
  const [, sign, digit] =
    /^([+-]?)([1-7])$/.exec((element.tagName === 'font' && attributeOf(element, 'size')) || '') ?? [];
  if (digit === undefined) return 1;
  const place = sign ? 3 + Number(`${sign}${digit}`) : Number(digit);
  return (fontSizes[Math.min(7, Math.max(1, place)) - 1] ?? 12) / 12;
}

/** A page that arranges its tables in tables is not nested deeper. */
const mostAround = 50;

/** Where an element stands. */
export function placeOf(element: PageElement, styleOf: StyleOf): TextPlace {
  const around: PageElement[] = [];
  let parent = element.parentNode;
  for (; parent && 'tagName' in parent && around.length < mostAround; parent = parent.parentNode)
    around.push(parent);
  return around.reverse().reduce((place, each) => within(place, each, styleOf), top);
}

export function isUnseenThere({ look, ground }: TextPlace): boolean {
  return leftOutBy(look, ground) === 'hidden';
}

function isClear(background: string): boolean {
  return /^\s*(?:none|transparent|inherit|initial|unset)\b/i.test(background);
}
