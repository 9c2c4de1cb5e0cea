import { expect, test } from "vitest";
import type { WordKey } from "~/ui/words/catalogue.server";
import { translator, type Words } from "~/ui/words/translate";

const words = {
  kit: { people: "{count} people", people_one: "1 person", hello: "{greeting}, {name}", only_one: "just one" },
} as unknown as Words;
const key = (text: string) => text as WordKey;

test("a placeholder takes the value of its name", () => {
  const t = translator(words, "vi");
  expect(t(key("kit.hello"), { greeting: "Kính gửi", name: "Sở Nội vụ" })).toBe("Kính gửi, Sở Nội vụ");
});

test("a value that looks like a placeholder is left as it is", () => {
  const t = translator(words, "vi");
  expect(t(key("kit.hello"), { greeting: "{name}", name: "An" })).toBe("{name}, An");
});

test("a placeholder without a value shows itself", () => {
  expect(translator(words, "vi")(key("kit.hello"), { name: "An" })).toBe("{greeting}, An");
});

test("a number is written with the thousands sign of the language", () => {
  expect(translator(words, "vi")(key("kit.people"), { count: 70420 })).toBe("70.420 people");
  expect(translator(words, "en")(key("kit.people"), { count: 70420 })).toBe("70,420 people");
});

test("one is said in its own words where there are any", () => {
  const t = translator(words, "en");
  expect(t(key("kit.people"), { count: 1 })).toBe("1 person");
  expect(t(key("kit.people"), { count: 0 })).toBe("0 people");
  expect(t(key("kit.hello"), { count: 1, greeting: "a", name: "b" })).toBe("a, b");
});

test("a missing key shows itself, and so does a sentence that is no key", () => {
  const t = translator(words, "vi");
  expect(t(key("kit.nothing"))).toBe("kit.nothing");
  expect(t(key("Nhập mật khẩu."))).toBe("Nhập mật khẩu.");
});
