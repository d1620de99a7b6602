import { Failure, failureOf, unreachable } from '../shared/Failure.js';
import type { Progress } from './collectionAnswer.js';
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

export interface SendingWatch {
  /** Told the share that has left, 0 to 1. fetch cannot tell it. */
  onSent(share: number): void;
  /** Told how far a collection that is only tried out has been read. */
  onRead(progress: Progress): void;
}

/** Sends the files. */
export function sendUpload(
  { files, options }: Upload,
  token: string,
  { onSent, onRead }: SendingWatch,
): Sending {
  const request = new XMLHttpRequest();
  const isCollection = options['layout'] === 'collection';
  // Of what is only tried out no run is kept that could be followed: its answer tells how far it has come.
  const isTold = isCollection && options['dryRun'] === 'true';
  const answer = new Promise<ImportAnswer>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total ? loaded / total : 0));
    request.upload.addEventListener('load', () => onSent(1));
    request.addEventListener('progress', () => {
      const told = isTold && documentOf(request.responseText.trimEnd().split('\n').at(-1));
      if (told && told.progress && !told.files) onRead(told.progress);
    });
    request.addEventListener('load', () => {
      if (request.status < 200 || request.status > 299)
        return reject(failureOf(request.status, request.responseText));
      const text = request.responseText.trimEnd();
      const read = documentOf(isTold ? text.split('\n').at(-1) : text);
      if (Array.isArray(read?.files)) return resolve(read as ImportAnswer);
      reject(new Failure(read?.message ?? texts.oddAnswer, request.status));
    });
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => reject(new Failure(texts.cancelled, 0)));
    request.open('POST', '/imports');
    if (token !== '') request.setRequestHeader('Authorization', `Bearer ${token}`);
    // A long import is followed rather than waited for: its progress is seen, and no gateway loses patience.
    if (isTold) request.setRequestHeader('Accept', 'application/x-ndjson');
    else if (isCollection) request.setRequestHeader('Prefer', 'wait=2');
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

/** The answer, how far it has come, or why it failed. */
interface Told extends Partial<ImportAnswer> {
  readonly progress?: Progress;
  readonly message?: string;
}

function documentOf(text = ''): Told | null {
  try {
    const told: Told | null = JSON.parse(text);
    return told;
  } catch {
    // The rest of the line is still to come.
    return null;
  }
}
