import { describe, expect, test } from "vitest";
import type { Question } from "~/domain/assessment/question-types";
import { NO_PAPERS } from "~/domain/assessment/regrade/forecast";
import { keyFormOf } from "~/domain/assessment/regrade/key-form";
import { changesOffered, type ChangeKind } from "~/domain/assessment/regrade/offered";
import type { RegradePreview, RegradeView } from "~/domain/assessment/regrade/regrade-view";
import { RegradePage } from "~/ui/regrade/regrade-page";
import type { RegradeResult } from "~/ui/regrade/typed";
import { RegradeNotes, ResultHistory } from "~/ui/result/regrade-note";
import { drawPage, htmlOf } from "../../support/draw-page";
import {
  dilemma,
  inlineChoice,
  matching,
  multiple,
  numeric,
  ordering,
  reflection,
  shortAnswer,
  single,
  trueFalse,
} from "../../support/questions";

const AT = new Date("2026-11-24T02:00:00Z");

const viewOf = (question: Question, more: Partial<RegradeView> = {}): RegradeView => ({
  course: { slug: "khoa-thu", title: "Khóa thử" },
  version: 2,
  question: { id: question.id, type: question.type, topic: "Chủ đề", stem: question.stem, marks: 1.5 },
  standing: { fullMarks: false, void: false },
  offered: changesOffered(question),
  keyForm: keyFormOf(question),
  statistics: null,
  alsoIn: [{ number: 1, papers: 12, current: false }],
  decided: [],
  closedThrough: "2025-12-31",
  ...more,
});

const preview: RegradePreview = {
  versions: [1, 2],
  totals: { ...NO_PAPERS, papers: 1234, raised: 3, nowPassing: 1, keptPassing: 1, toLookAt: 1, noLongerPassing: 1 },
  verdicts: [
    {
      attemptId: "t",
      fullName: "Nguyễn Thị Được Đạt",
      unitName: "Xã Nhà",
      attempt: 1,
      version: 2,
      verdict: "now-passing",
      before: { points: 2, maxPoints: 4, percent: 50, passed: false },
      byKey: { points: 3, maxPoints: 4, percent: 75.5, passed: true },
      certificate: null,
      completed: false,
    },
  ],
  more: 0,
  elsewhere: 2,
  fingerprint: "dau-vet",
};

function draw(view: RegradeView, change: ChangeKind, input: { result?: RegradeResult; preview?: RegradePreview } = {}) {
  const { result, preview = null } = input;
  return drawPage(RegradePage, { view, change, result, preview, changed: preview !== null });
}

describe("the page of a decision", () => {
  test.each<[Question, string[]]>([
    [single("q"), ['name="key.right"', 'value="b"', 'name="feedback.b"']],
    [multiple("q", ["a"]), ['name="key.right"']],
    [trueFalse("q", true), ['name="key.right"', 'value="false"', 'name="feedback.whenTrue"']],
    [matching("q"), ['name="key.p1"', "Vế thừa của q"]],
    [ordering("q"), ['name="key.s4"', "Bước s4 của q"]],
    [inlineChoice("q"), ['name="key.thai-do"', "né tránh"]],
    [dilemma("q"), ['name="key.d"', "Vi phạm"]],
    [shortAnswer("q"), ['name="key.answers"', "*cửa | 50%"]],
    [numeric("q"), ['name="key.answers"', "2 – 5 | 50%"]],
  ])("has a form for the key of every kind: $type", (question, wanted) => {
    const html = draw(viewOf(question), "key");
    for (const each of [...wanted, "31/12/2025", 'name="reason"']) expect(html).toContain(each);
    expect(html).not.toMatch(/regrade\.[a-z]/i);
  });

  test("has nothing to decide about what counts for nothing", () => {
    const html = draw(viewOf(reflection("q")), "key");
    expect(html).not.toContain('<form method="post"');
  });

  test("keeps what was typed and says what is wrong beside its field", () => {
    const result: RegradeResult = {
      status: "error",
      initialValue: { change: "key", key: { right: ["a", "c"] }, explanation: "Nháp", policy: "apply-all", also: "1" },
      error: { reason: ["Ghi lý do chấm lại."], "key.right": ["Sai ở đây"] },
    };
    const html = draw(viewOf(single("q")), "key", { result });
    expect(html).toContain('id="regrade-reason-error"');
    expect(html).toContain('href="#regrade-key-right"');
    expect(html).toMatch(/<input type="checkbox" name="key.right" checked="" value="a"/);
    expect(html).not.toMatch(/name="key.right" checked="" value="b"/);
    expect(html).toMatch(/name="policy" checked="" value="apply-all"/);
    expect(html).toMatch(/name="also" checked="" value="1"/);
    expect(html).toContain("Nháp");
  });

  test("tries it out: figures, names, and a button that carries the whole decision", () => {
    const result: RegradeResult = {
      initialValue: { change: "key", key: { right: ["a", "c"] }, reason: "Sai", intent: "check", also: ["1"] },
    };
    const html = draw(viewOf(single("q")), "key", { result, preview });
    for (const each of ["1.234 bài", "Nguyễn Thị Được Đạt", "50%, chưa đạt → 75,5%, đạt", "1 trường hợp cần xem"])
      expect(html).toContain(each);
    for (const [name, value] of [
      ["key.right", "a"],
      ["key.right", "c"],
      ["reason", "Sai"],
      ["also", "1"],
      ["fingerprint", "dau-vet"],
    ]) {
      expect(html).toContain(`<input type="hidden" name="${name}" value="${value}"/>`);
    }
    expect(html).not.toContain('type="hidden" name="intent"');
    expect(html).toContain("Số liệu đã khác");
  });
});

test("a learner reads what was decided, and what the result was before", () => {
  const html = htmlOf(
    <>
      <RegradeNotes
        notes={[
          { questionId: "q", at: AT, change: "key", marks: null, reason: "Đáp án sai" },
          { questionId: "q", at: AT, change: "marks", marks: 1.5, reason: null },
        ]}
      />
      <ResultHistory
        changes={[
          { at: AT, before: { percent: 75, passed: true }, after: { percent: 75, passed: true }, kept: true },
          { at: AT, before: { percent: 50, passed: false }, after: { percent: 50, passed: false }, kept: false },
          {
            at: new Date("2026-11-25T02:00:00Z"),
            before: { percent: 50, passed: false },
            after: { percent: 75, passed: true },
            kept: false,
          },
        ]}
      />
    </>,
  );
  expect(
    html
      .replace(/<[^>]+>/g, "\n")
      .split("\n")
      .filter(Boolean),
  ).toEqual([
    "Câu này đã được điều chỉnh ngày 24/11/2026: đáp án được sửa. Lý do: Đáp án sai",
    "Câu này đã được điều chỉnh ngày 24/11/2026: điểm của câu là 1,5.",
    "Điều chỉnh ngày 24/11/2026 không làm thay đổi kết quả: kết quả đã có được giữ nguyên.",
    "Kết quả trước điều chỉnh ngày 25/11/2026: 50%, chưa đạt.",
  ]);
});
