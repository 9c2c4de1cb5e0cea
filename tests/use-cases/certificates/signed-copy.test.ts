import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { files } from "~/platform/files/files.server";
import { db } from "~/platform/db.server";
import { action } from "~/routes/_hr.hr.certificates_.$serial_.signed-copy";
import { loader as hrFile } from "~/routes/_hr.hr.certificates_.$serial_.signed-copy_.file";
import { loader as ownFile } from "~/routes/_learner.learn_.certificates.$serial_.signed-copy";
import { submitTest } from "~/use-cases/learner/submit-test";
import { viewSignedCopy } from "~/use-cases/hr/signed-copy";
import type { OfficialViewer } from "~/http/viewer.server";
import type { Viewer } from "~/domain/auth/permissions";
import { agencySigns } from "../../support/agency-signs";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";
import { buildArgs } from "../../support/request";
import { hasOpenssl, TestKeys } from "../../support/signing-keys";

useDatabase();

const now = new Date("2026-11-23T03:05:00Z");

describe.skipIf(!hasOpenssl)("the copy that an agency signed (openssl is needed to make keys)", () => {
  let keys: TestKeys;
  let owner: OfficialViewer, hr: Viewer, head: Viewer;
  let serial: string;
  beforeAll(async () => {
    keys = new TestKeys();
    const root = await buildUnit({ code: "AG" });
    const unit = await buildUnit({ code: "P-A", parent: root });
    const { slug } = await publishSmallCourse();
    owner = await buildLearner(unit, "Nguyễn Thị Chủ Nhân");
    hr = await buildViewer({ unit, roles: [{ role: "hr", unit }] });
    head = await buildViewer({ unit, roles: [{ role: "head", unit }] });
    await readAllLessons(owner, slug, now);
    const attemptId = await beginTest(owner, slug, now);
    await answerAll(owner, attemptId, true, now);
    await submitTest({ viewer: owner, officialId: owner.official.id, attemptId, form: null, now });
    serial = (await db.certificate.findFirstOrThrow()).serial;
  });
  afterAll(() => keys?.close());

  const address = () => `/hr/certificates/${serial}/signed-copy`;
  const args = (viewer: Viewer, more: { which?: string; form?: FormData } = {}) => {
    const url = `${address()}/file${more.which ? `?which=${more.which}` : ""}`;
    return buildArgs({ viewer, url, params: { serial }, now, ...(more.form ? { form: more.form } : {}) }) as never;
  };
  const send = (viewer: Viewer, bytes: Uint8Array | null) => {
    const form = new FormData();
    if (bytes) form.set("file", new File([new Uint8Array(bytes)], "đã ký.pdf", { type: "application/pdf" }));
    else form.set("nothing", "");
    return action(args(viewer, { form }));
  };
  const issued = async () => new Uint8Array(await (await hrFile(args(hr, { which: "issued" }))).arrayBuffer());

  test("is kept beside the issued one, told who signed, written into the trail, and handed to its owner", async () => {
    const signed = await agencySigns(await issued(), { p12: keys.p12("rsa").p12 });
    expect(await send(hr, signed)).toMatchObject({ status: 302 });
    const { copy } = await viewSignedCopy({ scope: ["AG/P-A"], serial, now });
    expect(copy!.signature).toMatchObject({ signerName: "Sở Nội vụ tỉnh An Giang", sameBy: "prefix" });
    expect(copy!.madeByName).toBe(hr.displayName);
    expect(Buffer.from((await files().read(copy!.sha256))!).equals(Buffer.from(signed))).toBe(true);
    const trail = await db.auditEvent.findFirstOrThrow({ where: { action: "certificate.signed-copy-uploaded" } });
    expect(trail.after).toMatchObject({ serial, sha256: copy!.sha256, signerName: "Sở Nội vụ tỉnh An Giang" });
    const own = await ownFile(args(owner));
    expect(Buffer.from(await own.arrayBuffer()).equals(Buffer.from(signed))).toBe(true);
    expect(own.headers.get("Content-Disposition")).toContain(encodeURIComponent("đã ký số"));
    // What was issued stays what was issued.
    expect(await db.certificateDocument.count({ where: { kind: "issued" } })).toBe(1);
    await expect(db.certificateDocument.deleteMany()).rejects.toThrow();
  });

  test("a refused file leaves nothing behind, and the answer says why", async () => {
    const before = await db.certificateDocument.count();
    for (const [bytes, refused] of [
      [null, "no-file"],
      [await issued(), "same-as-issued"],
      [new TextEncoder().encode("x"), "not-a-pdf"],
    ] as const) {
      expect(await send(hr, bytes)).toMatchObject({ data: { refused }, init: { status: 400 } });
    }
    expect(await db.certificateDocument.count()).toBe(before);
  });

  test("nobody without the permission hands one up, and of a withdrawn certificate none is taken or handed out", async () => {
    await expect(send(head, new Uint8Array([1]))).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await db.certificate.findFirstOrThrow();
    await db.certificateEvent.create({ data: { certificateId: id, kind: "revoked", at: now, reason: "Cấp nhầm" } });
    expect(await send(hr, new Uint8Array([1]))).toMatchObject({ data: { refused: "not-in-force" } });
    expect(await ownFile(args(owner))).toMatchObject({ status: 302 });
  });
});
