const mebibyte = 1024 * 1024;

/** How much one upload may be. The page says it before anything is sent, the server holds to it. */
export const uploadLimits = {
  /** Of one request. */
  files: 200,
  requestBytes: 256 * mebibyte,
  /** Of one file: that is one report, or that holds many. */
  reportBytes: 20 * mebibyte,
  collectionBytes: 128 * mebibyte,
} as const;

/** 20 MiB, 200 KiB: a size as people read it. */
export function sizeInWords(bytes: number): string {
  return bytes >= mebibyte ? `${Math.round(bytes / mebibyte)} MiB` : `${Math.ceil(bytes / 1024)} KiB`;
}
