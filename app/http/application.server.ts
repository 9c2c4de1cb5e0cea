import { randomFillSync, randomUUID } from "node:crypto";
import { constants } from "node:zlib";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { env } from "~/platform/env.server";
import { log, logFault } from "~/platform/log.server";
import { isPackageAddress } from "~/domain/courses/scorm/package-address";
import { limitBody } from "./request-limits.server";
import { isFromOurPages } from "./same-origin";
import { securityHeaders } from "./security-headers";

/** What the platform says of itself: nothing missing means that readers can be sent here. */
export interface Readiness {
  ready: boolean;
  reasons: string[];
}

/** Everything that happens to a request before it reaches a route, in this order. */
export function createApplication(parts: {
  /** Static files, or Vite in development. */
  files: RequestHandler;
  /** Answers of a few bytes, for which compression would only cost time. */
  direct?: RequestHandler;
  pages: RequestHandler;
  readiness: () => Promise<Readiness>;
  development?: boolean;
}): Express {
  const application = express();
  application.disable("x-powered-by");
  application.set("etag", false);
  application.set("trust proxy", env().trustProxy ? 1 : false);
  application.use(introduce, accessLog, headers(parts.development ?? false), sensibleAddress);
  application.get(
    "/healthz",
    (_request, response) => void response.set("Cache-Control", "no-store").json({ status: "ok" }),
  );
  application.get("/readyz", (_request, response, next) => {
    parts.readiness().then(({ ready, reasons }) => {
      response.status(ready ? 200 : 503).set("Cache-Control", "no-store");
      response.json({ status: ready ? "ready" : "not-ready", reasons });
    }, next);
  });
  application.use(parts.files);
  application.use(refuseOtherSites, limitBody);
  if (parts.direct) application.use(parts.direct);
  // Pages are made anew for each reader: a level that costs little. Brotli 4 is as quick as gzip 5 and a tenth smaller.
  application.use(compression({ level: 5, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } }));
  application.use(parts.pages);
  application.use(faultPage);
  return application;
}

/** Gives the request its number, under which a fault is found in the log, and the nonce of its answer. */
const introduce: RequestHandler = (request, response, next) => {
  const given = env().trustProxy ? request.get("x-request-id") : undefined;
  const requestId = given && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
  Object.assign(response.locals, { requestId, nonce: takeNonce() });
  response.set("X-Request-Id", requestId);
  next();
};

// One call to the system's source of chance for 256 answers; each byte of it is used once.
const chance = Buffer.alloc(16 * 256);
let used = chance.length;

function takeNonce(): string {
  if (used === chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  return chance.toString("base64", used, (used += 16));
}

const accessLog: RequestHandler = (request, response, next) => {
  if (log().isLevelEnabled("debug")) {
    const start = performance.now();
    const { method, path } = request;
    response.once("close", () => {
      const milliseconds = Math.round(performance.now() - start);
      log().debug(
        { requestId: response.locals["requestId"] as string, method, path, status: response.statusCode, milliseconds },
        "request",
      );
    });
  }
  next();
};

function headers(development: boolean): RequestHandler {
  const secure = env().production && env().origin.startsWith("https:");
  return (_request, response, next) => {
    response.set(securityHeaders({ nonce: response.locals["nonce"] as string, secure, development }));
    next();
  };
}

/** A host or an address that is none, or that PostgreSQL could not look for, would be a fault further on; it is the sender's mistake. */
const sensibleAddress: RequestHandler = (request, response, next) => {
  const address = `${request.protocol}://${request.get("host") ?? ""}${request.originalUrl}`;
  if (request.get("host") && isAddress(request.originalUrl) && URL.canParse(address)) return next();
  response.status(400).type("text/plain").send("Yêu cầu không hợp lệ.\nBad request.");
};

/** A path with no U+0000 in it: no text in PostgreSQL holds one. */
const isAddress = (asked: string) => asked.startsWith("/") && !asked.includes("%00");

const refuseOtherSites: RequestHandler = (request, response, next) => {
  // The pages of packages have an opaque origin; who may tell something is said by the pass in the address, and by no cookie.
  if (isPackageAddress(request.path)) return next();
  const { origin, host } = request.headers;
  const secFetchSite = request.get("sec-fetch-site");
  if (isFromOurPages({ method: request.method, origin, secFetchSite, host, publicOrigin: env().origin })) return next();
  log().warn(
    { requestId: response.locals["requestId"] as string, method: request.method, path: request.path, origin },
    "refused from another site",
  );
  response.status(403).type("text/plain");
  response.send(
    "Yêu cầu đến từ một trang web khác nên bị từ chối.\nThis request came from another site and was refused.",
  );
};

/** What no route and no error page has caught. The number is the one in the log. */
const faultPage: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const requestId = response.locals["requestId"] as string;
  logFault(error, { requestId, method: request.method, url: request.path });
  if (response.headersSent) return next(error);
  response.status(500).set("Cache-Control", "no-store").type("text/plain");
  response.send(`Hệ thống gặp lỗi. Mã: ${requestId}\nSomething went wrong. Number: ${requestId}`);
};
