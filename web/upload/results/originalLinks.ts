import { element } from '../../shared/element.js';
import type { ResultActions } from './showResults.js';
import { texts } from './texts.js';

type Links = Pick<ResultActions, 'downloadButton'>;

/** The upload as it came and, when one report is in it, the same marked up. */
export function originalLinks(
  fileName: string,
  original: string | null,
  { downloadButton }: Links,
  marked = false,
): HTMLElement | null {
  if (original === null) return null;
  return element(
    'p',
    { class: 'links no-print' },
    downloadButton(texts.original, original, fileName),
    marked
      ? downloadButton(
          texts.marked,
          `${original}/annotated.xlsx`,
          texts.markedName(fileName.replace(/\.[^.]+$/, '')),
        )
      : null,
  );
}

/** One report of many, marked up. */
export function annotatedLink(
  original: string | null,
  position: number | null,
  { downloadButton }: Links,
): HTMLElement | null {
  if (original === null || position === null) return null;
  return element(
    'span',
    { class: 'links no-print' },
    downloadButton(
      texts.marked,
      `${original}/annotated.xlsx?report=${position}`,
      texts.markedName(`第${position + 1}份`),
    ),
  );
}
