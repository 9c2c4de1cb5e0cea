import { expect, test } from "@playwright/test";
import { check } from "./support/accessible";
import { COURSE } from "./support/bank";
import { beginTest, readCourseQuickly } from "./support/learning";
import { certifiedLearner, freshLearner, signIn } from "./support/people";

// The longest file of all: its tests wait for nothing from each other, so both workers may take of them.
test.describe.configure({ mode: "parallel" });

/** Every page that needs nothing to have happened, by who sees it. */
const PAGES: Record<string, string[]> = {
  "": [
    "/sign-in",
    "/verify",
    "/verify/CM26-0000-0000-0000",
    "/verify/xyz",
    "/accessibility",
    "/privacy",
    "/seals",
    "/api/docs",
    "/khong-co-trang-nay",
  ],
  hocvien: [
    "/learn",
    `/learn/courses/${COURSE}`,
    `/learn/courses/${COURSE}/lessons/tong-quan/report`,
    "/learn/record",
    "/learn/code",
    "/learn/reports",
    "/account/password",
    "/account/privacy-notice",
    "/account/data",
    "/account/data/access",
    "/account/data/corrections",
    "/account/jobs",
    "/learn/evaluation",
  ],
  canbodaotao: [
    "/author",
    `/author/courses/${COURSE}`,
    `/author/courses/${COURSE}/lessons/tong-quan`,
    `/author/courses/${COURSE}/test`,
    "/author/checks",
    "/author/reviews",
    `/author/courses/${COURSE}/versions`,
    `/author/courses/${COURSE}/compare`,
    `/author/courses/${COURSE}/statistics`,
    `/author/courses/${COURSE}/test/policy`,
    `/author/courses/${COURSE}/questions?q=tiền`,
    `/author/courses/${COURSE}/questions/import`,
    `/author/courses/${COURSE}/questions/export`,
    `/author/courses/${COURSE}/questions/tttd-001/regrade`,
    `/author/courses/${COURSE}/regrades`,
    `/author/courses/${COURSE}/marking`,
    `/author/courses/${COURSE}/signals`,
    "/hr/conditions?q=nguyen",
    "/author/documents",
  ],
  nhansu: [
    "/hr",
    "/hr/staff",
    "/hr/staff?q=nguyen",
    "/hr/staff?q=khongai",
    "/hr/units/SNV",
    "/hr/assignments",
    "/hr/outage",
    "/hr/answer-file",
    "/hr/supplements",
    "/hr/assignments/new",
    "/hr/correction-requests",
  ],
  lanhdao: ["/hr"],
  quantri: [
    "/admin/accounts",
    "/admin/accounts/new",
    "/admin/units/new",
    "/admin/audit",
    "/admin/settings",
    "/admin/retention",
    "/admin/integrations",
    "/admin/integrations/tokens/create",
    "/admin/record-check",
  ],
};

for (const [identifier, addresses] of Object.entries(PAGES)) {
  test(`pages for ${identifier || "anyone"} have no accessibility fault in both themes`, async ({ page }) => {
    test.setTimeout(300_000);
    if (identifier) await signIn(page, identifier);
    for (const address of addresses) {
      await page.goto(address);
      await check(page, address);
    }
  });
}

/** Of the course that the editor's test writes in as well; looking changes nothing. */
const STUDIO = "/author/courses/co-goi-y";
const STUDIO_PAGES = [
  "/draft",
  "/draft/settings",
  "/draft/media",
  "/draft/word",
  "/draft/review",
  "/draft/trial",
  "/draft/lessons/bai-mot",
  "/test/blueprint",
  "/questions/create?kind=dilemma",
  "/questions/lt-1/edit",
].map((path) => STUDIO + path);
const DOCUMENT = `/author/documents/${encodeURIComponent("1847/QĐ-TTg")}`;
const REGISTER_PAGES = [
  "/author/new-course",
  "/author/import",
  "/author/documents/new",
  DOCUMENT,
  `${DOCUMENT}/edit`,
  `${DOCUMENT}/coverage`,
  `${DOCUMENT}/law-change?course=${COURSE}`,
  "/author/supplements",
  "/author/codes",
  "/author/codes/SNV",
  `/author/codes/SNV/overlays?course=${COURSE}`,
  "/author/reports",
];

for (const [name, addresses] of Object.entries({ "a draft": STUDIO_PAGES, "register and codes": REGISTER_PAGES })) {
  test(`pages of ${name} have no accessibility fault`, async ({ page }) => {
    test.setTimeout(300_000);
    await signIn(page, "canbodaotao");
    await page.goto(`${STUDIO}/draft/lessons/bai-mot`);
    const open = page.getByRole("button", { name: "Mở bản nháp" });
    if (await open.count()) await open.click();
    for (const address of addresses) {
      const answer = await page.goto(address);
      expect(answer!.status(), address).toBe(200);
      await check(page, address);
    }
  });
}

/** Addresses of HR about the record; after ">" the first link of that kind is followed. */
const RECORD_PAGES = [
  "/hr/certificates",
  "/hr/certificates > /hr/certificates/of/",
  "/hr/certificates > /hr/certificates/of/ > /revoke$",
  "/hr/certificates/bulk",
  "/hr/certificates/templates/~own",
  "/hr/evaluation > /hr/evaluation/[0-9a-f]{8}-",
  "/hr/evaluation > /hr/evaluation/[0-9a-f]{8}- > /report$",
  "/hr/evaluation > /hr/evaluation/[0-9a-f]{8}- > /close$",
  "/hr/evaluation/new",
  "/hr/evaluation/templates",
  "/hr/samples",
  "/hr/record-check",
  "/hr/staff?q=nguyen > /hr/staff/[0-9a-f]{8}- > /hr/turns/",
  "/hr/staff?q=nguyen > /hr/staff/[0-9a-f]{8}-",
  ...["transfer", "leave", "details"].map((kind) => `/hr/staff?q=nguyen > /hr/staff/[0-9a-f]{8}- > /${kind}$`),
  "/hr/staff > /hr/staff/left$",
];

test("pages of the record have no accessibility fault", async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, "nhansu");
  for (const address of RECORD_PAGES) {
    const [start, ...follow] = address.split(" > ");
    await page.goto(start!);
    for (const kind of follow) {
      const links = await page.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
      const next = links.find((href) => new RegExp(kind).test(href));
      expect(next, `${kind} on ${page.url()}`).toBeDefined();
      await page.goto(next!);
    }
    await check(page, address);
  }
});

test("pages of one person, one account and one certificate have no accessibility fault", async ({ page, baseURL }) => {
  test.setTimeout(300_000);
  const { identifier, serial } = await certifiedLearner(baseURL!);
  await page.goto(`/verify/${serial}`);
  await check(page, "a certificate that is found");
  await signIn(page, identifier);
  await page.goto(`/learn/certificates/${serial}`);
  await check(page, "the certificate");

  await page.context().clearCookies();
  await signIn(page, "nhansu");
  await page.goto(`/hr/staff?q=${identifier}`);
  await page.goto((await page.getByRole("main").locator('a[href^="/hr/staff/"]').first().getAttribute("href"))!);
  await check(page, "a person");
  await page.goto("/hr/units/P-RACH-GIA-HCC");
  await check(page, "a unit with its people");

  await page.context().clearCookies();
  await signIn(page, "quantri");
  await page.goto(`/admin/accounts?q=${identifier}`);
  const account = page.getByRole("main").locator('a[href^="/admin/accounts/"]:not([href$="/new"])').first();
  await page.goto((await account.getAttribute("href"))!);
  await check(page, "an account");
});

test("a lesson, the rules of the test, the paper and its result have no accessibility fault", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const { identifier } = await freshLearner(baseURL!, 9);
  await signIn(page, identifier);
  await readCourseQuickly(page, baseURL!);
  for (const address of [`/learn/courses/${COURSE}/lessons/tong-quan`, `/learn/courses/${COURSE}/test`]) {
    await page.goto(address);
    await check(page, address);
  }
  await beginTest(page);
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  await check(page, "paper");
  await page.getByRole("button", { name: "Nộp bài" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await check(page, "dialog");
  await page.getByRole("dialog").getByRole("button", { name: "Nộp bài ngay" }).click();
  await expect(page).toHaveURL(/\/result$/);
  await check(page, "result");
});

test("a page says once that it is HTML, with a script of React and without @desktop", async ({ request }) => {
  for (const address of ["/sign-in", "/verify", "/verify?serial=sai", "/khong-co"]) {
    expect((await (await request.get(address)).text()).match(/<!doctype/gi), address).toHaveLength(1);
  }
});
