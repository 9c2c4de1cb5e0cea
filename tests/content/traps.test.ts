/** The traps that the domain notes name (section 8): what is often copied wrong, and may not stand in our content. */
import { describe, expect, test } from "vitest";
import { courses, everyLesson, everyQuestion, passages, passagesWithout, report, sayings, source, taught } from "./real-content";

const PAST_OR_DENIED = /không còn|không có|không phải|không được gọi|đã bỏ|bãi bỏ|trước đây|trước kia|đã kết thúc|đã được thay/i;

const isLesson = ({ where }: { where: string }) => !everyQuestion.some(({ id }) => id === where);

describe("what is often copied wrong", () => {
  test("“4 luôn” has all four items wherever it is listed", () => {
    const four = ["mỉm cười", "nhẹ nhàng", "lắng nghe", "giúp đỡ"];
    // Blocks of lessons without wrong choices; whole questions, whose key completes the list.
    const whole = [...taught.filter(isLesson), ...passages.filter((passage) => !isLesson(passage))];
    const lists = whole.filter(({ text }) => four.filter((item) => new RegExp(`luôn ${item}`, "i").test(text)).length >= 2);
    expect(lists.length).toBeGreaterThanOrEqual(2);
    for (const { where, text } of lists) {
      for (const item of four) expect(text.toLowerCase(), where).toContain(`luôn ${item}`);
    }
  });

  test("“4 xin” has all four items wherever it is listed", () => {
    const four = ["chào", "lỗi", "cảm ơn", "phép"];
    const lists = passages.filter(({ text }) => four.filter((item) => new RegExp(`xin ${item}`, "i").test(text)).length >= 3);
    expect(lists.length).toBeGreaterThanOrEqual(1);
    for (const { where, text } of lists) for (const item of four) expect(text.toLowerCase(), where).toContain(`xin ${item}`);
  });

  test("there is no allowance of 500,000 đồng for gifts", () => {
    expect(sayings(passages, /500[.,\s]?000|500\s*(nghìn|ngàn|k\b)|năm trăm (nghìn|ngàn)|nửa triệu/i)).toEqual([]);
  });

  test("we issue no “chứng chỉ”", () => {
    expect(sayings(passages, /chứng chỉ(?! định)/i)).toEqual([]);
    for (const { course } of courses) expect(course.certificate.courseName).not.toMatch(/chứng chỉ/i);
  });

  test("civil servants have no probation any more", () => {
    expect(sayings(taught, /tập sự/i, PAST_OR_DENIED)).toEqual([]);
  });

  test("the district tier is told of as past", () => {
    // Not "chuyện", "huyện" within another word, "quần", "quận" of a proper name.
    expect(sayings(taught, /(?<!\p{L})(cấp huyện|huyện|quận|thị xã)(?!\p{L})/iu, /không còn|trước đây|hai cấp|tổ chức hiện hành/i)).toEqual([]);
  });

  test("pay-step reduction and demotion are told of as gone", () => {
    expect(sayings(taught, /hạ bậc lương|giáng chức/i, PAST_OR_DENIED)).toEqual([]);
  });

  test("the one-stop section is called by its present name", () => {
    expect(sayings(taught, /bộ phận một cửa|một cửa liên thông/i, PAST_OR_DENIED)).toEqual([]);
  });

  test("the emulation movement is told of as ended", () => {
    expect(passagesWithout(taught, /phong trào thi đua/i, /kết thúc/i)).toEqual([]);
  });

  test("Decree 335 and its 100 points are not put upon public employees", () => {
    expect(passagesWithout(taught, /335\/2025|thang điểm 100/i, /công chức/i)).toEqual([]);
    const both = taught.filter(({ text }) => /viên chức|giáo viên|y tế/i.test(text.replace(/công chức, viên chức/gi, "")));
    expect(passagesWithout(both, /335\/2025|thang điểm 100/i, /không (thuộc|áp dụng|dành|điều chỉnh)|Với công chức/i)).toEqual([]);
  });

  test("the cap of 20 % is of those rated “good”", () => {
    expect(sayings(taught, /20\s?%/, /tốt/)).toEqual([]);
  });

  test("stricter local dress rules are not told as national ones", () => {
    expect(passagesWithout(taught, /quần (bò|jean)|áo thun không cổ/i, /tỉnh khác|địa phương|quy định riêng|quy chế|nội quy|không nêu/i)).toEqual([]);
  });
});

describe("article numbers", () => {
  /** Those that the domain notes mark as verified, per document. */
  const VERIFIED: Record<string, readonly string[]> = {
    "80/2025/QH15": ["14", "25", "26", "27", "28", "29"],
    "Luật Viên chức 2025": ["10"],
    "36/2018/QH14": ["3", "22", "23"],
    "59/2019/NĐ-CP": ["24", "25", "26", "27", "28", "29"],
    "129/2007/QĐ-TTg": ["16"],
    "335/2025/NĐ-CP": ["12", "13", "14", "15", "16", "21", "23", "26"],
    "117/2025/QH15": ["5"],
    "01/2021/TT-TTCP": ["5"],
    "91/2025/QH15": ["4"],
    "27/2026/NĐ-CP": ["5"],
    "90/2020/NĐ-CP": ["3", "20"],
  };
  const citations = [
    ...everyLesson.flatMap((lesson) => lesson.citations.map((citation) => ({ where: lesson.frontMatter.id, citation }))),
    ...everyQuestion.map(({ id, citation }) => ({ where: id, citation })),
    ...everyQuestion.flatMap((question) =>
      question.type === "dilemma"
        ? question.options.flatMap(({ citation }) => (citation ? [{ where: question.id, citation }] : []))
        : [],
    ),
  ];

  test("in citations are those that were verified", () => {
    expect(citations.length).toBeGreaterThan(60);
    for (const { where, citation } of citations) {
      const named = [citation.article ?? "", ...[...(citation.clause ?? "").matchAll(/Điều (\d+)/g)].map(([, number]) => number!)];
      for (const number of named.filter((each) => each !== "")) {
        expect(VERIFIED[citation.document] ?? [], `${where}: Điều ${number} ${citation.document}`).toContain(number);
      }
    }
  });

  test("in running text are those of some document that was verified", () => {
    const known = new Set(Object.values(VERIFIED).flat());
    const named = passages.flatMap(({ where, text }) => [...text.matchAll(/Điều (\d+)/g)].map(([, number]) => ({ where, number: number! })));
    expect(named.filter(({ number }) => !known.has(number))).toEqual([]);
  });

  test("Decision 1847 is cited by content, never by article", () => {
    expect(citations.filter(({ citation }) => citation.document === "1847/QĐ-TTg" && (citation.article || /Điều|khoản|mục [IVX]/.test(citation.clause ?? "")))).toEqual([]);
  });
});

describe("the tone", () => {
  test("has no “bạn” to the reader", () => {
    // Friends ("bạn bè", "bị bạn bắt nạt") are no address.
    expect(sayings(passages, /(?<!\p{L})bạn(?!\p{L})(?! (bè|đọc|học|bắt nạt|cùng|thân|của|với))/iu)).toEqual([]);
  });

  test("has no exclamation marks", () => {
    expect(passages.filter(({ text }) => /!(?!\[)/.test(text))).toEqual([]);
  });

  test("is composed Unicode without hidden signs, in every file", () => {
    for (const files of [...source.courses.map((each) => each.files), source.documents]) {
      for (const [path, bytes] of files) {
        if (path.startsWith("media/")) continue;
        const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
        expect(text === text.normalize("NFC"), path).toBe(true);
        expect(/[\u200b-\u200f\u2028-\u202e\ufeff\u00ad]/.test(text), path).toBe(false);
        expect(text.endsWith("\n"), `${path} ends with a line end`).toBe(true);
      }
    }
  });
});

describe("the register", () => {
  test("holds the documents of the domain notes, each with where it was read and a note", () => {
    expect(report.documents.length).toBeGreaterThanOrEqual(20);
    for (const { number, source: read, note, status } of report.documents) {
      expect(note, number).not.toBeNull();
      if (status !== "in-force") expect(note!.length, number).toBeGreaterThan(20);
      expect(read ?? "https://", number).toMatch(/^https:\/\//);
    }
  });

  test("does not call a document in force that could not be verified", () => {
    const status = new Map(report.documents.map((document) => [document.number, document.status]));
    for (const number of ["1847/QĐ-TTg", "03/2007/QĐ-BNV", "59/2019/NĐ-CP"]) expect(status.get(number), number).toBe("unverified");
    expect(status.get("733/QĐ-TTg")).toBe("expired");
    for (const number of ["80/2025/QH15", "335/2025/NĐ-CP", "117/2025/QH15", "132/2025/QH15"]) expect(status.get(number), number).toBe("in-force");
  });

  test("no citation rests on what the notes say not to cite", () => {
    const cited = new Set(everyLesson.flatMap(({ citations }) => citations.map(({ document }) => document)));
    for (const { citation } of everyQuestion) cited.add(citation.document);
    expect(cited.has("03/2007/QĐ-BNV")).toBe(false);
    expect(cited.has("733/QĐ-TTg")).toBe(false);
  });
});
