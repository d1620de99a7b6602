/** What the service takes on at once, for everybody together. */
export const serverLimits = {
  /** Uploads in work: each may hold its files in memory. */
  simultaneousUploads: 8,
  /** Collections being read and stored: each has a reading worker of its own, with memory of its own. */
  runningCollections: 2,
  /** After how long somebody who was turned away may ask again. */
  retryAfterSeconds: 60,
};
