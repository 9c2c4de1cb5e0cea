/** A process of its own: the least that a Node server can do, sending the bytes of a captured answer. */
import { createServer, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface FloorAnswer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Uint8Array;
}

let answer: FloorAnswer = { status: 200, headers: {}, body: new Uint8Array() };

const server = createServer((_request, response) => {
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
});
server.keepAliveTimeout = 65_000;

process.on("message", (next: FloorAnswer) => {
  answer = next;
  process.send!({ set: true });
});
server.listen(0, "127.0.0.1", () => process.send!({ port: (server.address() as AddressInfo).port }));
