import { makeZip } from '../importers/reading/zip.js';

const type = 'application/vnd.oasis.opendocument.spreadsheet';
const array =
  'table:formula="of:=1" table:number-matrix-columns-spanned="1" table:number-matrix-rows-spanned="1"';
const half = 95_000;

/** The spreadsheet reader compares each plain cell with each array formula: a small file that keeps it busy for long. */
export function spinning(): Buffer {
  const rows = Array.from({ length: 2 * half }, (_, at) => {
    // Numbers in no order deflate less than the ratio of a bomb.
    const value = (at * 7919 * 7919) % 1_000_003;
    const attributes = `${at < half ? array : ''} office:value-type="float" office:value="${value}"`;
    return `<table:table-row><table:table-cell ${attributes}><text:p>${value}</text:p></table:table-cell></table:table-row>`;
  });
  const table = `<table:table table:name="年报">${rows.join('')}</table:table>`;
  return makeZip([
    { name: 'mimetype', content: type },
    { name: 'META-INF/manifest.xml', content: `<manifest:manifest manifest:media-type="${type}"/>` },
    { name: 'styles.xml', content: '<office:document-styles/>' },
    {
      name: 'content.xml',
      content: `<office:document-content><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
}
