import { cellLeftOut } from '../../reading/textLook.js';
import type { OpenDocumentLooks } from './openDocumentLooks.js';

const defaults = /table:default-cell-style-name="([^"]+)"/;
const allDefaults = new RegExp(defaults.source, 'g');
const tag = /<table:(table|table-column|table-row|table-cell|covered-table-cell)(?=[\s/>])([^<>]*)>/g;
const repeated = /table:number-columns-repeated="(\d+)"/;

/**
 * The content of an OpenDocument whose cells name the style of their row or column where they have none of their own and
 * that one leaves out what they say: a column that was struck out as a whole.
 */
export function withDefaultStyles(content: string, looks: OpenDocumentLooks): string {
  const named = new Set([...content.matchAll(allDefaults)].map(([, style = '']) => style));
  if (![...named].some((style) => cellLeftOut(looks.cell(style)) !== null)) return content;
  let columns: { readonly end: number; readonly style: string | undefined }[] = [];
  let ofRow: string | undefined;
  let column = 0;
  return content.replace(tag, (whole, kind: string, attributes: string) => {
    const style = defaults.exec(attributes)?.[1];
    const count = Number(repeated.exec(attributes)?.[1] ?? 1);
    if (kind === 'table') columns = [];
    else if (kind === 'table-column') columns.push({ end: (columns.at(-1)?.end ?? 0) + count, style });
    else if (kind === 'table-row') {
      ofRow = style;
      column = 0;
    } else {
      const at = column;
      column += count;
      const inherited = ofRow ?? columns.find(({ end }) => at < end)?.style;
      if (inherited !== undefined && kind === 'table-cell' && !/\stable:style-name=/.test(attributes))
        return `<table:table-cell table:style-name="${inherited}"${attributes}>`;
    }
    return whole;
  });
}
