import { expect, test } from "vitest";
import type { LoadContext } from "~/http/load-context";
import { redirectWithNotice, takeNotice } from "~/http/notice.server";

function taking(cookie: string | null) {
  const sent: string[] = [];
  const context = { appendCookie: (setCookie: string) => sent.push(setCookie) } as unknown as LoadContext;
  const request = new Request("http://site.test/", { headers: cookie ? { cookie } : {} });
  return { notice: takeNotice({ request, context }), sent };
}

test("a notice is read once by the page that follows", () => {
  const answer = redirectWithNotice("/hr/assignments", "Đã giao học cho 1.240 người.");
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toBe("/hr/assignments");
  const setCookie = answer.headers.get("set-cookie")!;
  expect(setCookie).toContain("HttpOnly");
  const { notice, sent } = taking(setCookie.split(";")[0]!);
  expect(notice).toEqual({ kind: "success", text: "Đã giao học cho 1.240 người." });
  expect(sent).toEqual([expect.stringMatching(/^notice=; Path=\/; Max-Age=0/)]);
});

test("a page without a notice touches no cookie", () => {
  expect(taking(null)).toEqual({ notice: null, sent: [] });
});

test("a cookie that somebody made up says nothing and is taken away", () => {
  const { notice, sent } = taking(`notice=${Buffer.from('{"kind":"shout","text":"x"}').toString("base64url")}`);
  expect(notice).toBeNull();
  expect(sent).toHaveLength(1);
  expect(taking("notice=abc").notice).toBeNull();
});

test("a long notice still fits into a cookie", () => {
  const setCookie = redirectWithNotice("/", "ệ".repeat(5000)).headers.get("set-cookie")!;
  expect(setCookie.length).toBeLessThan(4096);
});
