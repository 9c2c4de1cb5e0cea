import { describe, expect, test } from "vitest";
import { securityHeaders } from "~/http/security-headers";

function policyOf(headers: Record<string, string>): Map<string, string> {
  const parts = (headers["Content-Security-Policy"] ?? "").split("; ");
  return new Map(parts.map((part) => [part.split(" ")[0] ?? "", part.split(" ").slice(1).join(" ")]));
}

describe("security headers", () => {
  const headers = securityHeaders({ nonce: "abc", secure: true });
  const policy = policyOf(headers);

  test("scripts run from our files or with the nonce of this answer, never inline or by eval", () => {
    expect(policy.get("script-src")).toBe("'self' 'nonce-abc'");
    expect(policy.get("script-src-attr")).toBe("'none'");
    expect(headers["Content-Security-Policy"]).not.toContain("unsafe-eval");
  });

  test("style elements need the answer's nonce, style attributes do not", () => {
    expect(policy.get("style-src")).toBe("'self' 'nonce-abc'");
    expect(policy.get("style-src-attr")).toBe("'unsafe-inline'");
  });

  test("nothing comes from elsewhere and nobody frames a page", () => {
    for (const directive of ["default-src", "connect-src", "font-src", "form-action"]) {
      expect(policy.get(directive)).toBe("'self'");
    }
    for (const directive of ["object-src", "base-uri", "frame-ancestors"]) expect(policy.get(directive)).toBe("'none'");
  });

  test("only an address with https promises https", () => {
    expect(headers["Strict-Transport-Security"]).toContain("max-age=31536000");
    const plain = securityHeaders({ nonce: "abc", secure: false });
    expect(plain).not.toHaveProperty("Strict-Transport-Security");
    expect(policyOf(plain).has("upgrade-insecure-requests")).toBe(false);
  });
});
