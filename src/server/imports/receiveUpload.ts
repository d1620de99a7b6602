import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { limits, sizeInWords } from '../../../importers/files/limits.js';
import { Refusal } from '../../filing/refusal.js';
import { NamesOfFiles } from './namesOfFiles.js';

export interface ReceivedFile {
  readonly fileName: string;
  readonly bytes: Buffer;
  /** Larger than any file may be: what came was thrown away. */
  readonly truncated: boolean;
}

export interface Upload {
  readonly files: readonly ReceivedFile[];
  readonly fields: Readonly<Record<string, string>>;
}

/** All files of one request together; they are in memory until they are stored. */
const requestBytes = 256 * 1024 * 1024;

/** Takes in a multipart form: files and fields in any order. */
export async function receiveUpload(request: FastifyRequest): Promise<Upload> {
  const files: ReceivedFile[] = [];
  const fields: Record<string, string> = {};
  let room = requestBytes;
  const names = new NamesOfFiles(request.headers['content-type']);
  if (request.isMultipart()) request.raw.on('data', (piece: Buffer) => names.see(piece));
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      // A browser sends an empty part for a file field in which nothing was chosen.
      const largest = fields['layout'] === 'report' ? limits.report.fileBytes : limits.collection.fileBytes;
      const file = await receiveFile(part, names.nameOf(part.filename), largest, room);
      room -= file.bytes.byteLength;
      if (part.filename !== '' || file.bytes.byteLength > 0) files.push(file);
    } else {
      if (part.valueTruncated || part.fieldnameTruncated || typeof part.value !== 'string')
        throw new Refusal('INVALID_REQUEST', `字段 ${part.fieldname.slice(0, 50)} 的内容太长。`);
      if (Object.hasOwn(fields, part.fieldname))
        throw new Refusal('INVALID_REQUEST', `字段 ${part.fieldname} 出现了两次。`, [part.fieldname]);
      if (part.value.includes('\ufffd'))
        throw new Refusal('INVALID_REQUEST', `字段 ${part.fieldname.slice(0, 50)} 的内容不是 UTF-8。`, [
          part.fieldname.slice(0, 50),
        ]);
      fields[part.fieldname] = part.value;
    }
  }
  if (files.length === 0)
    throw new Refusal('INVALID_REQUEST', '没有收到文件。请用 multipart/form-data 上传一个或多个文件。');
  return { files, fields };
}

async function receiveFile(
  part: MultipartFile,
  name: string,
  largest: number,
  room: number,
): Promise<ReceivedFile> {
  const fileName = name === '' ? '未命名' : name;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > room)
      throw new Refusal('TOO_LARGE', `一次上传的文件合计超过 ${sizeInWords(requestBytes)}。请分几次上传。`);
    // The rest of a file that is too large is received and thrown away, so that the other files still arrive.
    if (size > largest) chunks.length = 0;
    else chunks.push(bytes);
  }
  const truncated = part.file.truncated || size > largest;
  return { fileName, bytes: truncated ? Buffer.alloc(0) : Buffer.concat(chunks, size), truncated };
}
