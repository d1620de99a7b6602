import { leftOutBy, ink, paper, type TextLook } from '../reading/textLook.js';
import { pageColour } from './pageColour.js';
import { attributeOf, type PageElement } from './pageNodes.js';
import type { StyleOf } from './pageStyles.js';

/** How the text of an element looks by itself and by what it stands in, and what lies behind it. */
export interface TextPlace {
  readonly look: TextLook;
  readonly ground: string | null;
}

/** Where nothing says otherwise. */
export const top: TextPlace = { look: { colour: ink }, ground: paper };

/** Inside of an element, by the place that it stands in. */
export function within(place: TextPlace, element: PageElement, styleOf: StyleOf): TextPlace {
  const style = styleOf(element);
  const own = style.colour ?? attributeOf(element, 'color') ?? attributeOf(element, 'text');
  const colour = own === undefined ? undefined : pageColour(own);
  const behind = style.background ?? attributeOf(element, 'bgcolor');
  if (colour === undefined && behind === undefined && style.size === undefined) return place;
  return {
    look: {
      ...place.look,
      ...(colour !== undefined && { colour }),
      ...(style.size !== undefined && { size: style.size }),
    },
    ground: behind === undefined || isClear(behind) ? place.ground : (pageColour(behind) ?? null),
  };
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
