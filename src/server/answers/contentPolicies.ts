/** What a page may load. No page asks any other host for anything. */
export const contentPolicies = {
  /** Data and errors: not a page at all. */
  data: "default-src 'none'; frame-ancestors 'none'; sandbox",
  desk:
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  playground:
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; base-uri 'self'; " +
    "form-action 'none'; frame-ancestors 'none'",
  /** The frame in which Altair runs scripts of the user: cut off from the page around it. */
  playgroundSandbox:
    "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
    "frame-ancestors 'self'",
};
