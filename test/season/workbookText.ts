import { openWorkbook } from '../support/annotated.js';
import type { TestServer } from '../support/server.js';

/** Every text in a workbook that the service gives out. */
export async function workbookText(service: TestServer, token: string, path: string): Promise<string> {
  const answer = await fetch(service.address + path, { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const workbook = await openWorkbook(new Uint8Array(await answer.arrayBuffer()));
  const texts: string[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  return texts.join('\n');
}
