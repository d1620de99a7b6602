import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../filing/access/actor.js';
import { serverLimits } from '../serverLimits.js';
import { receiveUpload, refuseTooLong, removeUpload, type Upload } from './receiveUpload.js';
import { Shares } from './Shares.js';
import type { UploadFolder } from './UploadFolder.js';

/** Whose body is coming. */
export interface ComingUpload {
  readonly request: FastifyRequest;
  readonly actor: Actor;
  /** Aborted when whoever asked has hung up. */
  readonly signal: AbortSignal;
  /** It holds what may not lie on a disk, not even for a moment: names, numbers of identity cards. */
  readonly isPersonal?: boolean;
}

/** Uploads on their way and in work. A place to be worked on is taken when all of a body has come. */
export class Uploads {
  readonly #coming = new Shares({
    places: Infinity,
    share: serverLimits.comingUploads,
    waitMilliseconds: 0,
  });
  readonly #comingToMemory = new Shares({
    places: serverLimits.uploadsInMemory,
    share: serverLimits.uploadsInMemory / 2,
    waitMilliseconds: 0,
  });
  readonly #inWork = new Shares({
    places: serverLimits.simultaneousUploads,
    share: serverLimits.simultaneousUploads / 2,
    waitMilliseconds: serverLimits.uploadWaitSeconds * 1000,
  });

  constructor(private readonly folder: UploadFolder) {}

  /** `hold` is told of work that goes on after the answer: the files are needed for as long. */
  async receive<Answer>(
    { request, actor, signal, isPersonal = false }: ComingUpload,
    work: (upload: Upload, hold: (after: Promise<unknown>) => void) => Promise<Answer>,
  ): Promise<Answer> {
    refuseTooLong(request);
    const arrived = await (isPersonal ? this.#comingToMemory : this.#coming).take(actor.name);
    const upload = await receiveUpload(request, isPersonal ? null : this.folder).finally(arrived);
    const held: Promise<unknown>[] = [];
    let free: () => void = () => undefined;
    try {
      free = await this.#inWork.take(actor.name, signal);
      return await work(upload, (after) => held.push(after));
    } finally {
      void Promise.allSettled(held)
        .then(() => removeUpload(upload.files))
        .catch((error: unknown) => request.log.error(error, 'an upload was not removed'))
        .finally(free);
    }
  }
}
