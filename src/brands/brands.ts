declare const brand: unique symbol;

/** A text of a kind that is not to be taken for another: the compiler tells them apart, the program does not. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

/** What the database keeps under an id of its own. */
export type Numbered =
  | ('Agency' | 'Token' | 'Account' | 'Office' | 'Session' | 'Identity')
  | ('Report' | 'Version' | 'Explanation' | 'Step' | 'Remark' | 'Proposal' | 'Waiver' | 'Publication')
  | ('Deadline' | 'Requirement' | 'Run' | 'File' | 'Ledger')
  | ('Entry' | 'Change' | 'Webhook' | 'Delivery');

/** An id of something of that kind. What people send is a text until it has been found to have the form of one. */
export type Id<Of extends Numbered> = Brand<`id of ${Of}`>;

/** A day in China as `2025-01-31`. */
export type Day = `${number}-${number}-${number}`;

/** A day of every year as `01-31`. */
export type YearDay = `${number}-${number}`;

/** A SHA-256 in lower-case hexadecimal. */
export type Sha256 = Brand<'SHA-256'>;

/** The code of an agency that is registered. */
export type AgencyCode = Brand<'code of an agency'>;

/** By which the same finding is known again: its rule, its cells and its place in the text. */
export type FindingKey = Brand<'key of a finding'>;
