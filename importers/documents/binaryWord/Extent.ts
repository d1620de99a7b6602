/** Where something lies in a stream. */
export interface Extent {
  readonly offset: number;
  readonly length: number;
}
