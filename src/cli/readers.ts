import { availableParallelism } from 'node:os';

/** A service reads two files at once, so that one that takes its whole deadline does not hold up the others. */
export const serviceReaders = 2;

/** While files are only read, every processor reads. */
export const checkReaders = availableParallelism();

/** While files are stored too: whoever reads stands behind whoever stores in the line for the processors. */
export const importReaders = availableParallelism();
