/** What the service takes on at once, for everybody together. */
export const serverLimits = {
  /** Uploads in work, of which one token or account has at most half. */
  simultaneousUploads: 8,
  /** Bodies that one token or account sends at once. */
  comingUploads: 16,
  /** Bodies that come into memory at once, because they may not lie on a disk. */
  uploadsInMemory: 8,
  /** How long an upload that has come waits to be worked on. */
  uploadWaitSeconds: 30,
  /** Collections being read and stored: each has a reading process of its own, with memory of its own. */
  runningCollections: 2,
  /** After how long somebody who was turned away may ask again. */
  retryAfterSeconds: 60,
};

/** How slowly a body may come: as through the worst of lines. Slower, it only holds a connection. */
export const bodyRate = { bytesPerSecond: 2 * 1024, windowMilliseconds: 15_000 };
