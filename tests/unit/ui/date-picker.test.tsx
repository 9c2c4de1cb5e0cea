import { expect, test } from "vitest";
import { DatePicker } from "~/ui/kit/interactive/date-picker";
import { drawPage } from "../../support/draw-page";

const draw = (defaultValue: unknown) =>
  drawPage(DatePicker, { id: "due", name: "due", label: "Hạn", defaultValue: defaultValue as string });

test("a day is shown as it is written here; what is no day stays as it was typed", () => {
  expect(draw("2026-12-31")).toContain('value="31/12/2026"');
  expect(draw("31/13/2026")).toContain('value="31/13/2026"');
});

test("a field that was posted twice is drawn all the same", () => {
  expect(draw(["31/12/2026", "x"])).toContain('value="31/12/2026,x"');
});
