import type { ValueTransformer } from 'typeorm';

type Element = bigint | number | string | null;

/** Drivers hand over the elements of a `bigint[]` as strings, numbers or bigints; we know bigint only. */
export const bigintArray: ValueTransformer = {
  from: (stored: readonly Element[] | null) =>
    stored?.map((value) => (value === null ? null : BigInt(value))) ?? null,
  to: (values: readonly (bigint | null)[] | null) =>
    values?.map((value) => value?.toString() ?? null) ?? null,
};
