import { ChangeAgencyDocument, MergeAgencyDocument } from '../graphql/graphql.js';
import { run } from '../shared/ask.js';

/** 更名, 换上级, 并入, 撤销. */
export type ChangeKind = 'rename' | 'move' | 'merge' | 'abolish';

export interface WantedChange {
  readonly kind: ChangeKind;
  readonly code: string;
  readonly name: string;
  /** The code of the new parent, or of the agency that goes on. */
  readonly other: string;
  /** The last day of an agency that ends. */
  readonly day: string;
  readonly reason: string;
}

/** What was refused, in words; empty when it is done. */
export async function makeChange(wanted: WantedChange): Promise<string[]> {
  const { kind, code, name, other, day, reason } = wanted;
  if (kind === 'merge') {
    const { agencyMerge } = await run(MergeAgencyDocument, { code, into: other, validTo: day, reason });
    return agencyMerge.userErrors.map(({ message }) => message);
  }
  const inputs = { rename: { name }, move: { parent: other }, abolish: { validTo: day } };
  const { agencyChange } = await run(ChangeAgencyDocument, { code, input: inputs[kind], reason });
  return agencyChange.userErrors.map(({ message }) => message);
}
