import { createServer, type Server } from "node:http";
import type { Express, RequestHandler } from "express";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { ViteDevServer } from "vite";
import { createApplication } from "~/http/application.server";
import { limitTimes } from "~/http/request-limits.server";
import { closeOnSignal } from "~/http/shutdown.server";
import { staticFiles } from "~/http/static-files.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { errorCode, PlainSentence } from "~/platform/plain-sentence";
import { checkReadiness } from "~/use-cases/system/check-readiness";
import { startPlatform, type StartedPlatform } from "~/use-cases/system/start-platform";
import { startWorkingQueues } from "~/use-cases/system/queues";
import { startTimedWork } from "~/use-cases/system/timed-work";

/**
 * The HTTP process, from the first setting to the last connection. What keeps it from starting is printed as one
 * sentence in both languages, with exit code 1.
 */
export async function runServer(development?: { vite: ViteDevServer }): Promise<void> {
  try {
    await run(development?.vite);
  } catch (error) {
    if (error instanceof PlainSentence) process.stderr.write(`\n${error.vietnamese}\n${error.english}\n\n`);
    else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  }
}

async function run(vite: ViteDevServer | undefined): Promise<void> {
  env();
  // Before the database is touched: a mistyped port is told at once.
  await closed(await listen(createServer()));
  const platform = await startPlatform();
  try {
    const server = createServer(await makeApplication(vite));
    limitTimes(server);
    await listen(server);
    const stopTimedWork = startTimedWork();
    const stopQueues = await startWorkingQueues();
    closeOnSignal(server, async () => {
      await stopQueues();
      await stopTimedWork();
      await vite?.close();
      await platform.stop();
    });
    announce(server, platform);
  } catch (error) {
    await platform.stop();
    throw error;
  }
}

async function makeApplication(vite: ViteDevServer | undefined): Promise<Express> {
  if (!vite) {
    const { answer, direct } = await import("~/entry.express");
    const files = staticFiles(path.resolve("build/client"));
    return createApplication({ files, direct, pages: answer, readiness: checkReadiness });
  }
  return createApplication({
    files: vite.middlewares,
    direct: newest(vite, "direct"),
    pages: newest(vite, "answer"),
    readiness: checkReadiness,
    development: true,
  });
}

/** Asked for anew each time: Vite hands out the newest code. */
function newest(vite: ViteDevServer, name: "direct" | "answer"): RequestHandler {
  return (request, response, next) => {
    vite
      .ssrLoadModule("/app/entry.express.ts")
      .then((module) => (module[name] as RequestHandler)(request, response, next))
      .catch(next);
  };
}

function listen(server: Server): Promise<Server> {
  const { host, port } = env();
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(listenSentence(error, host, port)));
    server.listen(port, host, () => resolve(server));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => void server.close(() => resolve()));
}

function listenSentence(error: Error, host: string, port: number): Error {
  switch (errorCode(error)) {
    case "EADDRINUSE":
      return new PlainSentence(
        `Cổng ${port} đã có phần mềm khác dùng: hãy dừng phần mềm đó hoặc đặt PORT khác, ví dụ PORT=${port + 1} npm start.`,
        `Port ${port} is already in use: stop what uses it, or set another PORT, for example PORT=${port + 1} npm start.`,
      );
    case "EACCES":
      return new PlainSentence(
        `Người dùng đang chạy không được mở cổng ${port}: hãy đặt PORT từ 1024 trở lên và để máy chủ proxy đứng trước.`,
        `The user running this may not open port ${port}: set PORT to 1024 or higher, with a reverse proxy in front.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new PlainSentence(
        `HOST="${host}" không phải là địa chỉ của máy này: hãy đặt HOST=127.0.0.1 hoặc HOST=0.0.0.0.`,
        `HOST="${host}" is not an address of this machine: set HOST=127.0.0.1 or HOST=0.0.0.0.`,
      );
    default:
      return error;
  }
}

/** What a person at the terminal needs to begin. */
function announce(server: Server, { content, demo }: StartedPlatform): void {
  const { port } = server.address() as AddressInfo;
  const address = env().port === 0 ? `http://localhost:${port}` : env().origin;
  log().info({ address, port, courses: content.courses.length, published: content.published }, "ready");
  if (content.problems.length > 0) log().warn({ problems: content.problems.length }, "content has problems");
  const lines = [`Chuẩn mực đang chạy tại ${address}`, `Chuẩn mực is running at ${address}`];
  if (demo) {
    lines.push("", `Tài khoản dùng thử, mật khẩu chung: ${demo.password}`);
    lines.push(`Demonstration accounts, one password: ${demo.password}`);
    const width = Math.max(...demo.accounts.map(({ identifier }) => identifier.length));
    for (const { identifier, name, role } of demo.accounts) {
      lines.push(`  ${identifier.padEnd(width)}  ${name} (${ROLE_WORDS[role ?? "learner"]})`);
    }
  }
  process.stdout.write(`\n${lines.join("\n")}\n\n`);
}

const ROLE_WORDS = {
  learner: "người học · learner",
  training_officer: "cán bộ phụ trách đào tạo · training officer",
  hr: "tổ chức cán bộ · HR",
  head: "lãnh đạo đơn vị · head of unit",
  administrator: "quản trị · administrator",
};
