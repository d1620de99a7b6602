/** The OpenID provider of the operator. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As it is registered with the provider; null: found from the request. */
  readonly callback: string | null;
}
