import { availableParallelism } from 'node:os';

/** A service reads two files at once, so that one that takes its whole deadline does not hold up the others. */
export const serviceReaders = 2;

/** While files are only read, every processor reads. */
export const checkReaders = availableParallelism();

/** While files are stored, one processor is left to store them. */
export const importReaders = Math.max(1, availableParallelism() - 1);
