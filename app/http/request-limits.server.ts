import type { Server } from "node:http";
import type { RequestHandler } from "express";

const MEGABYTE = 1024 * 1024;

/** Addresses that take more than the usual. */
const LARGER: { path: RegExp; bytes: number; seconds?: number }[] = [
  // A file of one megabyte and what a form adds to it; when it is confirmed its text comes back as a field.
  { path: /^\/hr\/answer-file(\.data)?$/, bytes: 2 * MEGABYTE },
  // A signed PDF (at most 5 MB) with the form around it.
  { path: /^\/hr\/certificates\/[^/]+\/signed-copy$/, bytes: 6 * MEGABYTE },
  // The sign of an agency (at most 2 MB) with the form around it.
  { path: /^\/hr\/certificates\/templates\/[^/]+(\/preview)?(\.data)?$/, bytes: 3 * MEGABYTE, seconds: 120 },
  // A file of questions (at most 10 MB) with the form around it.
  { path: /^\/author\/courses\/[^/]+\/questions\/import$/, bytes: 11 * MEGABYTE },
  // A decision as a file (at most 10 MB) with the form around it.
  { path: /^\/hr\/staff\/[^/]+\/recognise(\.data)?$/, bytes: 11 * MEGABYTE, seconds: 120 },
  // A video with its captions; a document of Word. From a small office that takes minutes.
  { path: /^\/author\/courses\/[^/]+\/draft\/media$/, bytes: 65 * MEGABYTE, seconds: 600 },
  { path: /^\/author\/courses\/[^/]+\/draft\/word$/, bytes: 26 * MEGABYTE, seconds: 300 },
  // A course or a SCORM package as a zip (at most 50 MB) with the form around it.
  { path: /^\/author\/import$/, bytes: 51 * MEGABYTE },
];
const USUAL_SECONDS = 30;

/** Time-outs that a slow or silent client runs into. */
export function limitTimes(server: Server): void {
  server.headersTimeout = 10_000;
  // The longest that any address may take; the usual time is kept by `limitBody`.
  server.requestTimeout = 610_000;
  // Longer than the idle time of usual reverse proxies (60 s), so that none sends into a connection that is closing.
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
}

/** Refuses bodies that are too long before a byte of them is read, and bodies that do not say how long they are. */
export const limitBody: RequestHandler = (request, response, next) => {
  if (request.headers["transfer-encoding"] !== undefined) return void refuse(411);
  const length = Number(request.headers["content-length"] ?? 0);
  const larger = LARGER.find(({ path }) => path.test(request.path));
  if (length > (larger?.bytes ?? MEGABYTE)) return void refuse(413);
  if (length > 0) {
    // Who sends a byte now and then holds no place for ever.
    const giveUp = () => void (request.complete || request.destroy());
    const timer = setTimeout(giveUp, 1000 * (larger?.seconds ?? USUAL_SECONDS)).unref();
    request.once("close", () => clearTimeout(timer)).once("end", () => clearTimeout(timer));
  }
  next();

  function refuse(status: 411 | 413): void {
    response.set("Connection", "close").status(status).type("text/plain");
    response.send(
      status === 413 ? "Nội dung gửi lên quá lớn.\nThe request is too large." : "Content-Length is required.",
    );
  }
};
