import { rm } from 'node:fs/promises';
import type { FastifyRequest } from 'fastify';
import { limits } from '../../../importers/files/limits.js';
import { Refusal } from '../../filing/refusal.js';
import { NamesOfFiles } from './namesOfFiles.js';
import { receiveFile, type ReceivedFile } from './receiveFile.js';
import type { UploadFolder } from './UploadFolder.js';
import { shortened } from '../../text/shortened.js';
import { sizeInWords, uploadLimits } from '../../words/uploadLimits.js';

export interface Upload {
  readonly files: readonly ReceivedFile[];
  readonly fields: Readonly<Record<string, string>>;
}

/** What a form has beside its files: fields, and the lines between its parts. */
const formBytes = 2 * 1024 * 1024;

/** What the reader of multipart forms says of one that is cut off, or is none; it gives it no code. */
const notWhole = /^Multipart: Boundary not found|unexpected end of multipart data|^The needle cannot/i;

/** Refuses what is too large before any of it has come, where the header tells how much it will be. */
export function refuseTooLong({ headers }: Pick<FastifyRequest, 'headers'>): void {
  if (Number(headers['content-length'] ?? 0) > uploadLimits.requestBytes + formBytes) throw tooMuch();
}

/** Takes in a multipart form: files and fields in any order. Nothing of it is left on disk when it is refused. */
export async function receiveUpload(request: FastifyRequest, folder: UploadFolder | null): Promise<Upload> {
  const files: ReceivedFile[] = [];
  try {
    const fields = await receiveParts(request, folder, files);
    if (files.length === 0)
      throw new Refusal('INVALID_REQUEST', '没有收到文件。请用 multipart/form-data 上传一个或多个文件。');
    return { files, fields };
  } catch (error) {
    await removeUpload(files);
    if (!(error instanceof Error) || !notWhole.test(error.message)) throw error;
    throw new Refusal(
      'INVALID_REQUEST',
      '上传的内容不完整，或不是 multipart/form-data（要写明 boundary）。请重新上传。',
    );
  }
}

/** Removes what lies on disk of an upload. */
export async function removeUpload(files: readonly Pick<ReceivedFile, 'bytes'>[]): Promise<void> {
  for (const { bytes } of files) if (!(bytes instanceof Uint8Array)) await rm(bytes.path, { force: true });
}

async function receiveParts(
  request: FastifyRequest,
  folder: UploadFolder | null,
  files: ReceivedFile[],
): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  let room = uploadLimits.requestBytes;
  const names = new NamesOfFiles(request.headers['content-type']);
  if (request.isMultipart()) request.raw.on('data', (piece: Buffer) => names.see(piece));
  const onBytes = (count: number): void => {
    room -= count;
    if (room < 0) throw tooMuch();
  };
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      // A browser sends an empty part for a file field in which nothing was chosen.
      const largest = fields['layout'] === 'report' ? limits.report.fileBytes : limits.collection.fileBytes;
      const name = names.nameOf(part.filename);
      const file = await receiveFile(part, folder, { name, largest, onBytes });
      if (part.filename !== '' || file.bytes.byteLength > 0) files.push(file);
    } else {
      if (part.valueTruncated || part.fieldnameTruncated || typeof part.value !== 'string')
        throw new Refusal('INVALID_REQUEST', `字段 ${shortened(part.fieldname, 50)} 的内容太长。`);
      if (Object.hasOwn(fields, part.fieldname))
        throw new Refusal('INVALID_REQUEST', `字段 ${part.fieldname} 出现了两次。`, [part.fieldname]);
      if (part.value.includes('\ufffd'))
        throw new Refusal('INVALID_REQUEST', `字段 ${shortened(part.fieldname, 50)} 的内容不是 UTF-8。`, [
          part.fieldname.slice(0, 50),
        ]);
      fields[part.fieldname] = part.value;
    }
  }
  return fields;
}

function tooMuch(): Refusal {
  return new Refusal(
    'TOO_LARGE',
    `一次上传的文件合计超过 ${sizeInWords(uploadLimits.requestBytes)}。请分几次上传。`,
  );
}
