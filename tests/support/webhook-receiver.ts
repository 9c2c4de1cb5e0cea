import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";

export interface Got {
  headers: IncomingHttpHeaders;
  body: string;
  type: string;
  subject: string;
}

export interface WebhookReceiver {
  url: string;
  /** What has arrived. */
  got: Got[];
  /** The status that it answers with, or that it says nothing. */
  answer: (got: Got) => number | "hang";
}

/** A system that is told, on this machine, for one test file. Empty and friendly before each test. */
export function useWebhookReceiver(): WebhookReceiver {
  const receiver: WebhookReceiver = { url: "", got: [], answer: () => 204 };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const { type, data } = JSON.parse(body) as { type: string; data: { subject?: { id: string } } };
      const one = { headers: request.headers, body, type, subject: data.subject?.id ?? "" };
      receiver.got.push(one);
      const status = receiver.answer(one);
      if (status === "hang") return;
      response.writeHead(status, status === 302 ? { location: receiver.url } : {}).end("x".repeat(100_000));
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  beforeEach(() => {
    receiver.got = [];
    receiver.answer = () => 204;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return receiver;
}
