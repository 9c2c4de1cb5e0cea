const SAFE = ["GET", "HEAD", "OPTIONS"];

/**
 * May this request change something? Browsers say where a request comes from; one that another site has sent in a
 * reader's name is refused. A request that says nothing comes from no browser, and brings no cookie of a reader along.
 */
export function isFromOurPages(input: {
  method: string;
  /** `Origin`, `Sec-Fetch-Site` and `Host` as they came. */
  origin: string | undefined;
  secFetchSite: string | undefined;
  host: string | undefined;
  /** The address that people use (ORIGIN), which a proxy may have replaced in `Host`. */
  publicOrigin: string;
}): boolean {
  if (SAFE.includes(input.method)) return true;
  if (input.secFetchSite) {
    return input.secFetchSite === "same-origin" || input.secFetchSite === "none" || input.origin === input.publicOrigin;
  }
  if (input.origin === undefined) return true;
  if (input.origin === input.publicOrigin) return true;
  return URL.canParse(input.origin) && new URL(input.origin).host === input.host;
}
