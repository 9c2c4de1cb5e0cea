/** One request as it goes over the wire, and what its answer must show. */
export interface WireRequest {
  text: string;
  expect: Expectation;
}

export interface Expectation {
  status: number;
  /** Must stand in the body: the page that was asked for, for the person who asked. */
  contains?: string[];
  /** Must stand in the head. */
  head?: string;
}

/** In a body: replaced by a number that rises with every request, thirteen digits long. */
export const RISING = "{rising-13!!}";

// What a browser of today says, so that parsing it is part of the figures.
const BROWSER = [
  "User-Agent: Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0 Safari/537.36",
  "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
  "Accept-Encoding: gzip, deflate, br, zstd",
  "Accept-Language: vi-VN,vi;q=0.9,en;q=0.6",
  "Sec-Fetch-Site: same-origin",
  "Sec-Fetch-Mode: navigate",
  "Sec-Fetch-Dest: document",
  "Connection: keep-alive",
];

export function get(input: { port: number; path: string; cookie?: string }): string {
  return [
    `GET ${input.path} HTTP/1.1`,
    `Host: localhost:${input.port}`,
    ...BROWSER,
    ...cookieLine(input.cookie),
    "",
    "",
  ].join("\r\n");
}

export function post(input: {
  port: number;
  path: string;
  cookie?: string;
  form: Record<string, string> | string;
}): string {
  const body = typeof input.form === "string" ? input.form : new URLSearchParams(input.form).toString();
  const head = [
    `POST ${input.path} HTTP/1.1`,
    `Host: localhost:${input.port}`,
    `Origin: http://localhost:${input.port}`,
    ...BROWSER,
    ...cookieLine(input.cookie),
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

function cookieLine(cookie: string | undefined): string[] {
  return cookie === undefined ? [] : [`Cookie: ${cookie}`];
}

/** As React writes it. */
export function asHtml(text: string): string {
  const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  return text.replace(/[&<>"']/g, (sign) => signs[sign]!);
}
