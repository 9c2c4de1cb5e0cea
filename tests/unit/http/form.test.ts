import { describe, expect, test } from "vitest";
import { z } from "zod";
import { dayField, lineField, optionalDayField, optionalTextField } from "~/domain/typed-fields";
import { postedForm, readForm, refuseForm } from "~/http/form.server";

const schema = z.object({
  name: z.string().min(3).max(5),
  unit: z.string({ error: "Chọn một đơn vị trong danh sách." }),
  password: z.string().optional(),
});

function post(fields: Record<string, string>, language = "vi"): Request {
  return new Request("http://site.test/", {
    method: "POST",
    headers: { cookie: `prefs=${encodeURIComponent(`language=${language}`)}` },
    body: new URLSearchParams(fields),
  });
}

test("what was posted is composed Unicode without U+0000, files as they are, names that stand twice twice", async () => {
  const sent = new FormData();
  sent.append("name", "Nguyễn\0 An".normalize("NFD"));
  sent.append("unit", "u1");
  sent.append("unit", "u2");
  sent.append("file", new File(["a\0b"], "Bài.txt"));
  const form = await postedForm(new Request("http://site.test/", { method: "POST", body: sent }));
  expect(form.get("name")).toBe("Nguyễn An");
  expect(form.getAll("unit")).toEqual(["u1", "u2"]);
  const file = form.get("file") as File;
  expect([file.name, await file.text()]).toEqual(["Bài.txt", "a\0b"]);
});

test("a good form is a value of the schema", async () => {
  const submission = await readForm(post({ name: "Bình", unit: "u1" }), schema);
  expect(submission.status).toBe("success");
  if (submission.status === "success") expect(submission.value).toEqual({ name: "Bình", unit: "u1" });
});

test("what is missing, too short or too long is said in the language of the reader", async () => {
  const errors = async (fields: Record<string, string>, language?: string) => {
    const submission = await readForm(post(fields, language), schema);
    return submission.status === "success" ? null : submission.error;
  };
  expect(await errors({})).toEqual({ name: ["Mục này còn để trống."], unit: ["Chọn một đơn vị trong danh sách."] });
  expect(await errors({ name: "A", unit: "u" })).toEqual({ name: ["Cần ít nhất 3 ký tự."] });
  expect(await errors({ name: "Nguyễn", unit: "u" }, "en")).toEqual({ name: ["At most 5 characters are allowed."] });
});

test("a refusal keeps what was typed, but not what is hidden", async () => {
  const submission = await readForm(post({ name: "A", unit: "u1", password: "secret" }), schema);
  const { data, init } = refuseForm(submission, { hideFields: ["password"] });
  expect(init?.status).toBe(400);
  expect(data.initialValue).toEqual({ name: "A", unit: "u1" });
  expect(data.error).toEqual({ name: ["Cần ít nhất 3 ký tự."] });
});

test("what only the use case could know is said as well", async () => {
  const submission = await readForm(post({ name: "Bình", unit: "u1" }), schema);
  const { data } = refuseForm(submission, { formErrors: ["Đơn vị này đã được giao khóa học."] });
  expect(data.error).toEqual({ "": ["Đơn vị này đã được giao khóa học."] });
});

describe("fields as people type them", () => {
  const fields = z.object({
    name: lineField({ least: 2, most: 5, needs: "staffChange.needsName" }),
    note: optionalTextField({ most: 5 }),
    day: dayField("staffChange.needsFrom"),
    end: optionalDayField("staffChange.needsLastDay"),
  });
  const good = { name: "Lan", note: "", day: "23/11/2026", end: "" };
  const read = async (changes: Record<string, string>) => {
    const submission = await readForm(post({ ...good, ...changes }), fields);
    return submission.status === "success" ? submission.value : submission.error;
  };

  test("are tidied; what may be left out is empty, or no day", async () => {
    const value = { name: "Lan", note: "", day: "2026-11-23", end: null };
    expect(await read({})).toEqual(value);
    expect(await read({ name: "  Lan ", note: "  ", end: "  " })).toEqual(value);
    expect(await read({ name: "A   B", note: "a\r\nb", end: "24/11/2026" })).toEqual({
      ...value,
      name: "A B",
      note: "a\nb",
      end: "2026-11-24",
    });
  });

  test("are asked for by what is wanted", async () => {
    const needs = { name: ["Ghi họ và tên, ít nhất 2 ký tự."], day: [expect.stringContaining("Ghi ngày đầu tiên")] };
    expect(await read({ name: "", day: "" })).toEqual(needs);
    expect(await read({ name: "   ", day: "31/13/2026" })).toEqual(needs);
    expect(await read({ name: "Nguyễn", note: "quá dài", end: "x" })).toEqual({
      name: ["Chỉ được tối đa 5 ký tự."],
      note: ["Chỉ được tối đa 5 ký tự."],
      end: [expect.stringContaining("Ghi ngày làm việc cuối cùng")],
    });
  });
});
