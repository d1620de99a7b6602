/** Somebody has cancelled the run through the database. */
export class RunCancelled extends Error {}
