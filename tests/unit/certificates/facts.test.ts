import { describe, expect, test } from "vitest";
import { composeFacts, durationInWords, resultInWords, unitOnPaper } from "~/domain/certificates/facts";
import { readIssuerSetting } from "~/domain/certificates/issuer";
import { certificateNumber, registerYear } from "~/domain/certificates/number";
import { certificatePaper, dayInWords } from "~/domain/certificates/paper";
import { standingOf } from "~/domain/certificates/standing";
import { sampleFacts } from "./sample-facts";

describe("the register book", () => {
  test("numbers are padded to four digits and grow beyond them", () => {
    expect(certificateNumber(1, "SNV")).toBe("0001/GCN-SNV");
    expect(certificateNumber(9999, "SNV")).toBe("9999/GCN-SNV");
    expect(certificateNumber(12345, "SNV")).toBe("12345/GCN-SNV");
  });

  test("the year turns at midnight in Vietnam", () => {
    expect(registerYear(new Date("2026-12-31T16:59:59.999Z"))).toBe(2026);
    expect(registerYear(new Date("2026-12-31T17:00:00.000Z"))).toBe(2027);
  });
});

describe("what a certificate is worth", () => {
  const issuedAt = new Date("2026-11-23T03:00:00Z");
  const later = (day: number) => new Date(issuedAt.getTime() + day * 86_400_000);
  const issued = { kind: "issued" as const, at: issuedAt };
  const now = later(100);

  test("valid since it was issued", () => {
    expect(standingOf({ issuedAt, events: [issued], now })).toEqual({ status: "valid", since: issuedAt });
  });

  test("revoked, expired, replaced since the first event that says so", () => {
    for (const kind of ["revoked", "expired", "reissued"] as const) {
      const events = [{ kind, at: later(9) }, issued, { kind, at: later(5) }];
      expect(standingOf({ issuedAt, events, now })).toEqual({ status: kind, since: later(5) });
    }
  });

  test("what was withdrawn stays withdrawn, whatever is written later", () => {
    const events = [
      issued,
      { kind: "expired" as const, at: later(1) },
      { kind: "revoked" as const, at: later(2) },
      { kind: "reissued" as const, at: later(3) },
    ];
    expect(standingOf({ issuedAt, events, now })).toEqual({ status: "revoked", since: later(2) });
  });

  test("an end that lies ahead has not come", () => {
    const events = [issued, { kind: "expired" as const, at: later(50) }];
    expect(standingOf({ issuedAt, events, now: later(49) }).status).toBe("valid");
    expect(standingOf({ issuedAt, events, now: later(50) }).status).toBe("expired");
  });
});

describe("the facts of a certificate", () => {
  const { issuer } = readIssuerSetting({
    issuerCode: "SNV",
    issuerName: "Sở Nội vụ",
    issuerParentName: "Ủy ban nhân dân tỉnh An Giang",
    place: "An Giang",
    signerTitle: "Giám đốc",
    signerName: "Trần Văn Bình",
    legalBasis: sampleFacts.legalBasis,
  });
  test("are composed from completion, course, issuer and register entry", () => {
    const facts = composeFacts({
      completion: {
        // Decomposed letters, a zero-width sign and double spaces, as lists from elsewhere have them.
        fullName: "Nguyễn  Thị\u200b Quỳnh Hương ".normalize("NFD"),
        positionTitle: "Chuyên viên",
        unitName: "Phòng Công chức, viên chức",
        unitPathNames: "UBND tỉnh An Giang › Sở Nội vụ › Phòng Công chức, viên chức",
        startedAt: new Date("2026-11-01T17:30:00Z"),
        completedAt: new Date("2026-11-23T02:00:00Z"),
        scorePercent: 92.5,
        courseName: sampleFacts.courseName,
        studyForm: "Trực tuyến",
        minutes: 150,
        legalBasis: null,
      },
      issuer,
      entry: {
        number: "0001/GCN-SNV",
        registerNumber: 1,
        serial: sampleFacts.serial,
        issuedAt: new Date("2026-11-23T02:00:00Z"),
      },
      verifyAddress: "https://hoctap.angiang.gov.vn/verify/",
    });
    expect(facts).toEqual(sampleFacts);
  });

  test("name the unit from the nearest up to the agency, without the province", () => {
    expect(unitOnPaper({ unitName: "UBND tỉnh", unitPathNames: "UBND tỉnh" })).toBe("UBND tỉnh");
    expect(unitOnPaper({ unitName: "Sở Y tế", unitPathNames: "UBND tỉnh › Sở Y tế" })).toBe("Sở Y tế");
  });

  test("say duration and result as officials write them", () => {
    expect([0, 45, 60, 61, 150].map(durationInWords)).toEqual([
      "0 phút",
      "45 phút",
      "1 giờ",
      "1 giờ 1 phút",
      "2 giờ 30 phút",
    ]);
    expect([100, 92.5, 66.67, null].map(resultInWords)).toEqual([
      "Đạt (100%)",
      "Đạt (92,5%)",
      "Đạt (66,67%)",
      "Hoàn thành",
    ]);
  });

  test("dates are written with noughts as Decree 30/2020 asks", () => {
    expect(dayInWords("2026-02-05")).toBe("ngày 05 tháng 02 năm 2026");
    expect(dayInWords("2026-03-15")).toBe("ngày 15 tháng 3 năm 2026");
    expect(dayInWords("2026-11-23")).toBe("ngày 23 tháng 11 năm 2026");
  });

  test("the paper is a giấy chứng nhận, and says that it is not digitally signed", () => {
    const words = JSON.stringify(certificatePaper(sampleFacts));
    expect(words).not.toMatch(/chứng chỉ/i);
    expect(certificatePaper(sampleFacts).remark).toContain("chưa được ký số");
    expect(certificatePaper({ ...sampleFacts, digitallySigned: true }).remark).toBeNull();
  });
});

describe("who issues", () => {
  test("nobody configured: the words on the paper say so", () => {
    const setting = readIssuerSetting(undefined);
    expect(setting.configured).toBe(false);
    expect(setting.issuer.issuerName).toContain("chưa được cấu hình");
    expect(setting).toMatchObject({
      missing: ["issuerCode", "issuerName", "issuerParentName", "place", "signerTitle"],
    });
  });

  test("a code that cannot stand in a number counts as missing", () => {
    const setting = readIssuerSetting({
      issuerCode: "so noi vu",
      issuerName: "A",
      issuerParentName: "B",
      place: "C",
      signerTitle: "D",
    });
    expect(setting).toMatchObject({ configured: false, missing: ["issuerCode"], issuer: { issuerName: "A" } });
  });
});
