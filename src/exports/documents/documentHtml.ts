import type { PrintedCell } from '../printed/printedCell.js';
import { escapedXml } from '../../text/xmlText.js';
import { pageFrame } from './pageFrame.js';
import type { PlotBlock } from './plot.js';
import { plotSvg } from './plotSvg.js';
import {
  linesOf,
  spanOf,
  type BlockDocument,
  type PrintedBlock,
  type PrintedTable,
} from './printedDocument.js';

const style = `
body { font-family: "仿宋", FangSong, "Songti SC", serif; }
h1 { font-size: 1.6rem; text-align: center; }
h2 { font: 700 1.15rem/1.75 "黑体", SimHei, "Heiti SC", sans-serif; }
p { margin: 0; text-indent: 2em; }
p.standing { text-align: center; text-indent: 0; }
p.signature { text-align: right; text-indent: 0; }
figure { margin: 1rem 0; }
figure svg { display: block; width: 100%; height: auto; }
.scroll { overflow-x: auto; }
table { table-layout: fixed; min-width: 44rem; font: 0.85rem/1.4 "宋体", SimSun, "Songti SC", serif; }
th, td { padding: 0.25rem; font-weight: 400; text-align: center; }
th.label { text-align: left; }
@media print { tr, figure { break-inside: avoid; } .scroll { overflow: visible; } }
`.trim();

type DrawnDocument = BlockDocument<PrintedBlock | PlotBlock>;

/** A page for a website: the accessible form of the report. */
export function documentPage(document: DrawnDocument): string {
  return pageFrame(document.title, style, documentFragment(document));
}

/** The same without the page around it, for the editor of a website. */
export function documentFragment({ title, standing, blocks, signature }: DrawnDocument): string {
  const parts = blocks.map((block, index) => {
    if (block.kind === 'heading') return `<h2>${escapedXml(block.text)}</h2>`;
    if (block.kind === 'paragraph') return `<p>${escapedXml(block.text)}</p>`;
    if (block.kind === 'plot') return `<figure>${plotSvg(block.plot, `plot${index}`)}</figure>`;
    return tableOf(block.table);
  });
  return [
    `<h1>${escapedXml(title)}</h1>`,
    `<p class="standing">${escapedXml(standing)}</p>`,
    ...parts,
    `<p class="signature">${escapedXml(signature.agency)}</p>`,
    ...(signature.day === null ? [] : [`<p class="signature">${escapedXml(signature.day)}</p>`]),
  ].join('\n');
}

function tableOf(table: PrintedTable): string {
  const columns = '<col>'.repeat(table.columns);
  const lines = linesOf(table).map((cells) => `<tr>${cells.map(cellOf).join('')}</tr>`);
  const [head, body] = [lines.slice(0, table.headRows), lines.slice(table.headRows)];
  return [
    // A wide table is scrolled by the keyboard too.
    `<div class="scroll" role="region" aria-label="${escapedXml(table.caption)}" tabindex="0">`,
    '<table>',
    `<colgroup>${columns}</colgroup>`,
    ...(head.length > 0 ? ['<thead>', ...head, '</thead>'] : []),
    '<tbody>',
    ...body,
    '</tbody>',
    '</table>',
    '</div>',
  ].join('\n');
}

const scopes: Readonly<Partial<Record<PrintedCell['kind'], string>>> = {
  block: 'colgroup',
  head: 'col',
  group: 'rowgroup',
  label: 'row',
};

function cellOf(cell: PrintedCell): string {
  const { columns, rows } = spanOf(cell);
  const scope = cell.kind === 'head' && columns > 1 ? 'colgroup' : scopes[cell.kind];
  const name = scope === undefined ? 'td' : 'th';
  const attributes = [
    scope === undefined ? '' : ` scope="${scope}"`,
    cell.kind === 'label' ? ' class="label"' : '',
    columns > 1 ? ` colspan="${columns}"` : '',
    rows > 1 ? ` rowspan="${rows}"` : '',
  ].join('');
  return `<${name}${attributes}>${escapedXml(cell.text)}</${name}>`;
}
