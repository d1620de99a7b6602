import { oneLine } from './oneLine.js';
import { remembered } from './remembered.js';

/** The sentences of a section, each on one line with what ends it. A heading without an end is one. */
export const sentencesOf: (text: string) => readonly string[] = remembered(
  (text) =>
    paragraphsOf(text).flatMap(
      (paragraph) => oneLine(paragraph).match(/[^。！？]+[。！？]*[”’」』]?/g) ?? [],
    ),
  32,
);

const finished = /[。！？；：…!?;:][”’"」』]?$/;

/** A line this long, as part of the longest of its section, that ends in the middle was broken by a conversion. */
const brokenFrom = 0.75;

/** The paragraphs of a section: lines that were broken in the middle of a sentence are put together again. */
export function paragraphsOf(text: string): string[] {
  const lines = text.split('\n');
  const longest = lines.reduce((most, line) => Math.max(most, widthOf(line)), 0);
  const paragraphs: string[][] = [];
  let isOpen = false;
  for (const line of lines.map((each) => each.trim())) {
    if (line === '') continue;
    const last = paragraphs.at(-1);
    if (isOpen && last) last.push(line);
    else paragraphs.push([line]);
    isOpen = !finished.test(line.slice(-2)) && widthOf(line) >= brokenFrom * longest;
  }
  return paragraphs.map((parts) => parts.join('\n'));
}

/** As wide as it is printed: a Chinese character takes the room of two Latin ones. */
function widthOf(line: string): number {
  let width = line.length;
  for (let at = 0; at < line.length; at += 1) if (line.charCodeAt(at) > 0xff) width += 1;
  return width;
}
