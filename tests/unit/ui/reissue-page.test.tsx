import { expect, test } from "vitest";
import type { ReissueView } from "~/domain/certificates/reissue";
import { CertificateActionPage } from "~/ui/certificate-book/certificate-action-page";
import { drawPage } from "../../support/draw-page";

const page = (basis: ReissueView) =>
  drawPage(CertificateActionPage, {
    action: "reissue",
    title: "Cấp lại giấy chứng nhận 0001/GCN-SNV",
    serial: "CM26-KAG4-RHPD-JHC9",
    number: "0001/GCN-SNV",
    printed: { fullName: "Nguyễn Thị Học", positionTitle: "Chuyên viên", unitName: "Sở Nội vụ" },
    basis,
    result: undefined,
    looked: null,
  });

test("a certificate whose completion is void has no form to be reissued with, and says why", () => {
  const html = page({ kind: "refused", reason: "no-completion" });
  expect(html).toContain("không có gì để chứng nhận");
  expect(html).not.toContain('name="fullName"');
});

test("after a correction of the record it is told what the new certificate will say", () => {
  const html = page({ kind: "corrected", completedOn: "2026-11-30", result: "Đạt (92,5%)" });
  expect(html).toContain("30/11/2026");
  expect(html).toContain("Đạt (92,5%)");
  expect(html).toContain('name="fullName"');
});
