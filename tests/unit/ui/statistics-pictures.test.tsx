import { describe, expect, test } from "vitest";
import { choicesOf } from "~/domain/assessment/statistics/choices";
import type { Question } from "~/domain/assessment/question-types";
import type { QuestionStatistics } from "~/domain/assessment/statistics/statistics";
import type { SignalsView } from "~/domain/assessment/signals/signals-view";
import { DistributionChart } from "~/ui/library/distribution-chart";
import { OptionBars } from "~/ui/library/option-bars";
import { SignalsPage } from "~/ui/library/signals-page";
import { drawPage } from "../../support/draw-page";
import { dilemma, matching, ordering, single, trueFalse } from "../../support/questions";

const bands = Array.from({ length: 10 }, (_, index) => ({
  from: index * 10,
  to: index * 10 + 10,
  count: index === 9 ? 30 : index === 7 ? 10 : 0,
}));

describe("the spread of results", () => {
  const html = drawPage(DistributionChart, { bands, passPercent: 75 });

  test("is a picture with words for it, and a table that says the same", () => {
    expect(html).toContain('role="img"');
    expect(html).toMatch(/aria-label="[^"]*Mức điểm đạt: 75%[^"]*70–80%: 10 bài; 90–100%: 30 bài/);
    expect(html.match(/<tr>/g)).toHaveLength(11);
    expect(html).toContain("75%");
  });

  test("needs no style of its own, which the security policy forbids", () => expect(html).not.toContain("style="));

  test("of nobody is drawn as well", () => {
    const empty = drawPage(DistributionChart, { bands: bands.map((band) => ({ ...band, count: 0 })), passPercent: 80 });
    expect(empty).not.toMatch(/NaN|Infinity|<rect/);
  });
});

describe("the bars of a question", () => {
  const bars = (question: Question, count: (value: string) => number) =>
    drawPage(OptionBars, {
      statistics: {
        n: 40,
        unanswered: 0,
        choices: choicesOf(question).map((choice) => ({ ...choice, count: count(choice.value) })),
      } as unknown as QuestionStatistics,
    });

  test("are one for each option, the key with a mark", () => {
    const html = bars(single("q-1"), (value) => (value === "b" ? 30 : 2));
    expect(html).toContain("A: 2; B (đáp án): 30; C: 2; D: 2");
    expect(html).toContain("B ✓");
    expect(html).not.toContain("style=");
    expect(bars(trueFalse("q-1", false), () => 20)).toContain("Đ: 20; S (đáp án): 20");
  });

  test("of a dilemma are one for each grade", () => {
    expect(bars(dilemma("q-1"), () => 10)).toContain(
      "Nên chọn (đáp án): 10; Chấp nhận được: 10; Rủi ro: 10; Vi phạm: 10",
    );
  });

  test("of pairs and steps say how many got each right", () => {
    expect(bars(matching("q-1"), () => 7).match(/<rect/g)).toHaveLength(3);
    expect(bars(ordering("q-1"), () => 7).match(/<rect/g)).toHaveLength(4);
  });
});

describe("the page of signals", () => {
  const view: SignalsView = {
    course: { slug: "khoa-thu", title: "Khóa thử" },
    unit: null,
    clusters: [
      {
        unit: { code: "P-A", name: "Phường A" },
        from: new Date("2026-11-23T02:05:00Z"),
        to: new Date("2026-11-23T02:06:00Z"),
        people: 3,
        papers: 3,
        sharedQuestions: 8,
        sameWrong: 2,
        named: null,
      },
    ],
    cut: false,
    rates: [
      { kind: "rate", code: "P-A", name: "Phường A", people: 40, papers: 50, paperPace: 5, lessonPace: 1 },
      { kind: "few", code: "P-B", name: "Phường B" },
    ],
  };
  const draw = (changes: Partial<SignalsView> = {}) =>
    drawPage(SignalsPage, {
      view: { ...view, ...changes },
      filter: { unit: "", from: "", to: "" },
      badDays: [],
      from: "overview",
    });

  test("says first what a signal is not", () => {
    const html = draw();
    expect(html.indexOf("không phải kết luận")).toBeGreaterThan(0);
    expect(html.indexOf("không phải kết luận")).toBeLessThan(html.indexOf("Phường A"));
  });

  test("names people where they may be seen, and says so where not", () => {
    expect(draw()).toContain("Không hiện tên");
    const named = [{ officialId: "x", fullName: "Lê Văn An" }];
    expect(draw({ clusters: [{ ...view.clusters[0]!, named }] })).toContain('<a href="/hr/staff/x">Lê Văn An</a>');
  });

  test("shows rates, and of a small unit only that it is one", () => {
    const html = draw();
    expect(html).toContain("5 (10,0%)");
    expect(html).toContain("dưới 5 người");
  });

  test("teaches when there is nothing", () => {
    const html = draw({ clusters: [], rates: null });
    expect(html).toContain("Chưa thấy dấu hiệu nào");
    expect(html).toContain("không xét nhịp làm bài");
  });
});
