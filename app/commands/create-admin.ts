import { parseArgs } from "node:util";
import type { PasswordWeakness } from "~/domain/auth/password-rule";
import { now } from "~/platform/clock.server";
import { PlainSentence } from "~/platform/plain-sentence";
import { readHidden } from "~/platform/read-hidden.server";
import { createFirstAdministrator, type FirstAdministratorAnswer } from "~/use-cases/system/create-first-administrator";
import { openDatabase } from "~/use-cases/system/open-database";

const USAGE = `npm run create-admin -- --identifier quantri --name "Nguyễn Văn A" --agency "UBND tỉnh An Giang" --agency-code AG
Mật khẩu: hỏi ở bàn phím, hoặc lấy từ ADMIN_PASSWORD. · The password is asked for, or taken from ADMIN_PASSWORD.`;

type Refusal = Extract<FirstAdministratorAnswer, { kind: "refused" }>;

const REFUSED: Record<Exclude<Refusal["reason"], "weak-password">, string> = {
  "administrator-exists":
    "Hệ thống đã có người quản trị: người đó tạo các tài khoản khác. · There is an administrator already, who makes further accounts.",
  "identifier-taken": "Tên đăng nhập này đã có người dùng. · This identifier is taken.",
  "bad-identifier":
    "--identifier: 3 đến 64 ký tự, chữ thường không dấu, số và . _ - @. · 3 to 64 lower-case letters, digits and . _ - @.",
  "bad-name": "--name: họ tên từ 1 đến 200 ký tự. · A name of 1 to 200 characters.",
  "bad-agency-name": "--agency: tên cơ quan từ 1 đến 200 ký tự. · The agency's name, 1 to 200 characters.",
  "bad-agency-code": "--agency-code: mã cơ quan không hợp lệ, ví dụ AG. · Not a code of an agency; an example is AG.",
};

const WEAK: Record<PasswordWeakness, string> = {
  "too-short": "Mật khẩu cần ít nhất 10 ký tự. · The password needs at least 10 characters.",
  "too-long": "Mật khẩu dài quá 200 ký tự. · The password is longer than 200 characters.",
  "too-common": "Mật khẩu quá dễ đoán. · The password is too easy to guess.",
  "contains-identifier": "Mật khẩu không được chứa tên đăng nhập. · The password must not contain the identifier.",
};

/** Makes the first administrator of a real installation; beside a running server or without one. */
async function createAdmin(args: string[]): Promise<number> {
  const { identifier, name, agency, "agency-code": agencyCode } = readArguments(args);
  if (!identifier || !name || !agency || !agencyCode) return fail(USAGE);
  const password = process.env["ADMIN_PASSWORD"] ?? (await readHidden("Mật khẩu · Password: "));
  const database = await openDatabase({ join: true });
  try {
    const answer = await createFirstAdministrator({
      identifier,
      displayName: name,
      password,
      agencyName: agency,
      agencyCode,
      now: now(),
    });
    if (answer.kind === "refused") {
      return fail(answer.reason === "weak-password" ? WEAK[answer.weakness] : REFUSED[answer.reason]);
    }
    console.log(
      `Đã tạo người quản trị "${answer.identifier}". · The administrator "${answer.identifier}" has been made.`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

function readArguments(args: string[]) {
  const option = { type: "string" } as const;
  try {
    return parseArgs({ args, options: { identifier: option, name: option, agency: option, "agency-code": option } })
      .values;
  } catch (error) {
    throw new PlainSentence(USAGE, (error as Error).message);
  }
}

function fail(sentence: string): number {
  console.error(sentence);
  return 1;
}

try {
  process.exitCode = await createAdmin(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof PlainSentence)) throw error;
  process.exitCode = fail(`${error.vietnamese}\n${error.english}`);
}
