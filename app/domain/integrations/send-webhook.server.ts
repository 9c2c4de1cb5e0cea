import { lookup } from "node:dns";
import { type IncomingMessage, request as requestHttp, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { addressFault, type AddressSettings, mayConnect } from "./webhook-address.server";
import type { SendFault, SendOutcome } from "./webhook-retry";

const TIME_LIMIT = 10_000;
/** What a receiver says back is of no interest beyond its status. */
const MOST_BYTES = 16 * 1024;

class RefusedAddress extends Error {}

/** Sends one message: to a public address, without following anywhere, in ten seconds, with nothing kept of the answer. */
export async function sendWebhook(input: {
  url: string;
  headers: Record<string, string>;
  body: string;
  settings: AddressSettings;
  timeLimit?: number;
}): Promise<SendOutcome> {
  const { url, body, settings } = input;
  const begun = performance.now();
  const outcome = (fault: SendFault | null, status: number | null = null, retryAfterSeconds: number | null = null) => ({
    status,
    fault,
    retryAfterSeconds,
    milliseconds: Math.round(performance.now() - begun),
  });
  // Again at each try: what was allowed when the address was entered may be so no more.
  if (addressFault(url, settings) !== null) return outcome("refused-address");
  const limit = AbortSignal.timeout(input.timeLimit ?? TIME_LIMIT);
  try {
    const answer = await post(new URL(url), {
      method: "POST",
      headers: {
        ...input.headers,
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": String(Buffer.byteLength(body)),
        "User-Agent": "ChuanMuc-Webhooks/1",
      },
      body,
      signal: limit,
      lookup: guardedLookup(settings),
    });
    const status = answer.statusCode ?? 0;
    const retryAfter = Number(answer.headers["retry-after"]);
    const asked = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null;
    if (status >= 200 && status < 300) return outcome(null, status);
    return outcome(status >= 300 && status < 400 ? "redirect" : "status", status, asked);
  } catch (error) {
    if (limit.aborted) return outcome("time-out");
    return outcome(error instanceof RefusedAddress ? "refused-address" : "unreachable");
  }
}

type Post = RequestOptions & { body: string };

function post(url: URL, { body, ...options }: Post): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    // A connection of its own: one that was made for another name is never taken up again.
    const sent = request(url, { ...options, agent: false }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MOST_BYTES) answer.destroy();
      });
      answer.on("error", () => undefined);
      answer.on("close", () => resolve(answer));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The addresses that a name leads to are looked at where the connection is made, so that no second answer slips in between. */
function guardedLookup(settings: AddressSettings): LookupFunction {
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error) return void done(error, []);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => !mayConnect(address, settings)))
        return void done(new RefusedAddress(name), []);
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}
