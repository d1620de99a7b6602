import { ask } from './ask.js';
import { element } from './element.js';

/** Fetches a file with the token and hands it to the browser's downloads. */
export async function download(path: string, token: string, fallbackName: string): Promise<void> {
  const response = await ask(path, token);
  saveFile(await response.blob(), nameOf(response) ?? fallbackName);
}

/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the file by the next minute; until then the address must live.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name the server gives the file. */
function nameOf(response: Response): string | null {
  const [, encoded] =
    /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  return encoded === undefined ? null : decodeURIComponent(encoded);
}
