import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, test } from "vitest";
import { notFound } from "~/domain/problem";
import { withProblems } from "~/http/problem-response.server";

/** What comes of a loader that throws this, for an address with a page or without one. */
async function thrownBy(
  thrown: unknown,
  input: { page?: boolean; accept?: string; language?: string },
): Promise<unknown> {
  const loader = () => Promise.reject(thrown as Error);
  const module = { loader, ...(input.page && { default: () => null }) };
  const build = withProblems({ routes: { "routes/_hr.hr.x": { module } } } as never);
  const headers = { accept: input.accept ?? "text/html,*/*", cookie: `prefs=language=${input.language ?? "vi"}` };
  const args = {
    request: new Request("http://site.test/hr/x", { headers }),
    params: {},
    context: { requestId: "so-1" },
  };
  const mapped = build.routes["routes/_hr.hr.x"]!.module.loader as unknown as (args: LoaderFunctionArgs) => unknown;
  return Promise.resolve(mapped(args as never)).catch((error: unknown) => error);
}

const told = async (answer: unknown) => {
  const response = answer as Response;
  return { status: response.status, text: await response.text() };
};

describe("a refusal", () => {
  test("on a page is handed to the page of refusals", async () => {
    expect(await thrownBy(notFound("x"), { page: true })).toMatchObject({
      data: { code: "not-found" },
      init: { status: 404 },
    });
  });

  test("where there is no page is a sentence in the language of who opened it, and says nothing of the reason", async () => {
    const { status, text } = await told(await thrownBy(notFound("decision 7 of AG000001"), {}));
    expect(status).toBe(404);
    expect(text).toMatch(/^Không tìm thấy trang\n\n.+\n$/);
    expect(text).not.toContain("AG000001");
    expect((await told(await thrownBy(notFound("x"), { language: "en" }))).text).toMatch(/not found/i);
  });

  test("of what a script asked is the code", async () => {
    const { status, text } = await told(await thrownBy(notFound("x"), { accept: "*/*" }));
    expect([status, JSON.parse(text)]).toEqual([404, { code: "not-found", requestId: "so-1" }]);
  });
});

describe("a fault where there is no page", () => {
  test("is a sentence with the number under which it is found, and no stack", async () => {
    const { status, text } = await told(await thrownBy(new Error("secret of the database"), {}));
    expect(status).toBe(500);
    expect(text).toContain("so-1");
    expect(text).not.toContain("secret");
  });

  test("a redirect stays what it is", async () => {
    const elsewhere = new Response(null, { status: 302, headers: { location: "/sign-in" } });
    expect(await thrownBy(elsewhere, {})).toBe(elsewhere);
  });
});
