import { findCell, type CellKey } from '../../../src/cells.js';
import type { Form, Table } from '../../../src/forms/form.js';
import { cellLines } from '../sheet/moving.js';

/** A table as the clipboard carries it to a spreadsheet: text stays text, no number becomes a formula or loses digits. */
export function copyTable(form: Form, table: Table, textOf: (key: CellKey) => string): void {
  const lines = cellLines(form)
    .filter(([first]) => first !== undefined && findCell(form, first)?.table === table)
    .map((line) => line.map(textOf));
  const plain = lines.map((line) => line.join('\t')).join('\r\n');
  const rows = lines.map(
    (line) => `<tr>${line.map((text) => `<td sdnum="2052;0;@">${escaped(text)}</td>`).join('')}</tr>`,
  );
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', plain);
    event.clipboardData?.setData('text/html', `<table>${rows.join('')}</table>`);
    event.preventDefault();
  };
  document.addEventListener('copy', give, { once: true });
  // navigator.clipboard does not exist on the plain http addresses of offices.
  document.execCommand('copy');
  document.removeEventListener('copy', give);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
