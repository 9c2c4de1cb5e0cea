/**
 * The headers of every answer. No script runs but our own files and elements with this answer's nonce; nothing is
 * fetched from elsewhere; nobody frames a page. `style` attributes are allowed (widths of bars); style elements only with the nonce: the studio's
 * editor makes its own.
 */
export function securityHeaders(input: {
  nonce: string;
  /** The address people use begins with https://, and this is production. */
  secure: boolean;
  /** Vite's client adds style elements and opens a web socket. */
  development?: boolean;
}): Record<string, string> {
  const style = input.development
    ? ["style-src 'self' 'unsafe-inline'"]
    : [`style-src 'self' 'nonce-${input.nonce}'`, "style-src-attr 'unsafe-inline'"];
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${input.nonce}'`,
    "script-src-attr 'none'",
    ...style,
    "img-src 'self' data:",
    "font-src 'self'",
    input.development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(input.secure ? ["upgrade-insecure-requests"] : []),
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(input.secure ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
