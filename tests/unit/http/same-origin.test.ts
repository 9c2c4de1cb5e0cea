import { describe, expect, test } from "vitest";
import { isFromOurPages } from "~/http/same-origin";

const ours = { host: "hoctap.angiang.gov.vn", publicOrigin: "https://hoctap.angiang.gov.vn" };
const post = { method: "POST", origin: undefined, secFetchSite: undefined, ...ours };

describe("where a form comes from", () => {
  test("reading is free from everywhere", () => {
    for (const method of ["GET", "HEAD", "OPTIONS"]) {
      expect(isFromOurPages({ ...post, method, origin: "https://evil.example", secFetchSite: "cross-site" })).toBe(
        true,
      );
    }
  });

  test("our own pages may change things", () => {
    expect(isFromOurPages({ ...post, secFetchSite: "same-origin", origin: ours.publicOrigin })).toBe(true);
    expect(isFromOurPages({ ...post, origin: ours.publicOrigin })).toBe(true);
  });

  test("another site may not, whatever the method", () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect(isFromOurPages({ ...post, method, secFetchSite: "cross-site", origin: "https://evil.example" })).toBe(
        false,
      );
      expect(isFromOurPages({ ...post, method, origin: "https://evil.example" })).toBe(false);
    }
  });

  test("a neighbour under the same domain is another site", () => {
    expect(isFromOurPages({ ...post, secFetchSite: "same-site", origin: "https://khac.angiang.gov.vn" })).toBe(false);
  });

  test("a sandboxed frame says null, and is refused", () => {
    expect(isFromOurPages({ ...post, origin: "null" })).toBe(false);
  });

  test("behind a proxy that changes Host, the public address counts", () => {
    expect(isFromOurPages({ ...post, host: "10.0.0.5:3000", origin: ours.publicOrigin })).toBe(true);
    expect(isFromOurPages({ ...post, host: "10.0.0.5:3000", origin: "http://10.0.0.5:3000" })).toBe(true);
  });

  test("a program that is no browser brings nobody's cookie along", () => {
    expect(isFromOurPages(post)).toBe(true);
  });
});
