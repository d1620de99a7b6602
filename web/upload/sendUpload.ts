import { Failure, failureOf, unreachable } from '../shared/Failure.js';
import type { ImportAnswer } from './importAnswer.js';
import type { UploadOptions } from './uploadOptions.js';
import { texts } from './texts.js';

export interface Upload {
  readonly files: readonly File[];
  readonly options: UploadOptions;
}

export interface Sending {
  readonly answer: Promise<ImportAnswer>;
  cancel(): void;
}

/** Sends the files. `onProgress` is told the share that has left, 0 to 1. fetch cannot tell it. */
export function sendUpload(
  { files, options }: Upload,
  token: string,
  onProgress: (share: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<ImportAnswer>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.upload.addEventListener('load', () => onProgress(1));
    request.addEventListener('load', () => {
      if (request.status < 200 || request.status > 299)
        return reject(failureOf(request.status, request.responseText));
      const read = answerOf(request.responseText);
      if (read) return resolve(read);
      reject(new Failure(texts.oddAnswer, request.status));
    });
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => reject(new Failure(texts.cancelled, 0)));
    request.open('POST', '/imports');
    if (token !== '') request.setRequestHeader('Authorization', `Bearer ${token}`);
    // A long import is followed rather than waited for: its progress is seen, and no gateway loses patience.
    if (options['layout'] === 'collection') request.setRequestHeader('Prefer', 'wait=2');
    request.send(bodyOf(files, options));
  });
  return { answer, cancel: () => request.abort() };
}

/** The fields come first: the server needs them before it takes in the files. */
function bodyOf(files: readonly File[], options: UploadOptions): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(options)) body.append(name, value);
  for (const file of files) body.append('files', file, file.name);
  return body;
}

function answerOf(body: string): ImportAnswer | null {
  try {
    const answer: ImportAnswer | null = JSON.parse(body);
    return Array.isArray(answer?.files) ? answer : null;
  } catch {
    return null;
  }
}
