import pino from "pino";
import { env } from "./env.server";

/** What must never reach a log, wherever it stands in what is logged (two levels deep). */
const SECRET = [
  "password",
  "passwordHash",
  "newPassword",
  "currentPassword",
  "cookie",
  "setCookie",
  "set-cookie",
  "authorization",
];
const PERSONAL = ["personalId", "personal_id", "secretKey", "sessionId"];
const paths = [...SECRET, ...PERSONAL].flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

const LEVELS: Record<number, string> = { 10: "trace", 20: "debug", 30: "info", 40: "warn", 50: "ERROR", 60: "FATAL" };

let logger: pino.Logger | null = null;

/** The log of this process: a line of JSON each in production, a line to read in development. */
export function log(): pino.Logger {
  return (logger ??= pino(
    {
      level: env().logLevel,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths, censor: "[…]" },
      serializers: { error: pino.stdSerializers.err },
    },
    env().production
      ? pino.destination({ fd: 1, sync: true })
      : { write: (line: string) => process.stdout.write(readable(line)) },
  ));
}

/** A fault: once, with its stack and what was asked for. The address is kept without its query, which may name people. */
export function logFault(error: unknown, about: { requestId?: string; method?: string; url?: string } = {}): void {
  const path = about.url && URL.canParse(about.url) ? new URL(about.url).pathname : about.url;
  log().error({ requestId: about.requestId, method: about.method, path, error }, "fault");
}

function readable(line: string): string {
  const { level, time, msg, error, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const facts = Object.entries(rest).map(
    ([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  const stack = (error as { stack?: string } | undefined)?.stack;
  const start = [String(time).slice(11, 19), LEVELS[Number(level)] ?? level, msg, ...facts].join(" ");
  return stack ? `${start}\n${stack}\n` : `${start}\n`;
}
