import fc from "fast-check";
import type { Question } from "~/domain/assessment/question-types";
import {
  dilemma,
  inlineChoice,
  matching,
  multiple,
  numeric,
  ordering,
  question,
  reflection,
  shortAnswer,
  single,
  trueFalse,
} from "./questions";

/** A question of a kind with everything that may be stored for it and, of each such response, what would be better. */
export interface KindUnderTest {
  name: string;
  question: Question;
  /** Every response that the form can bring about. */
  responses: fc.Arbitrary<unknown>;
  /** The response with one wrong part made right, for each part that is wrong. */
  better: (response: never) => unknown[];
}

/** The kind of the test with the types of its response; outside of this file a response is unknown. */
function kind<R>(name: string, question: Question, responses: fc.Arbitrary<R>, better: (response: R) => R[]) {
  return { name, question, responses, better } as KindUnderTest;
}

const OPTIONS = ["a", "b", "c", "d"];
const oneOf = fc.constantFrom(...OPTIONS).map((option) => ({ option }));

/** Some of the parts, at least one, each with one of its values. */
const someOf = <V>(values: Record<string, fc.Arbitrary<V>>): fc.Arbitrary<Record<string, V>> =>
  fc
    .record(values, { requiredKeys: [], noNullPrototype: true })
    .filter((chosen) => Object.keys(chosen).length > 0) as fc.Arbitrary<Record<string, V>>;

/** The response with each part that differs from the key set right, one at a time. */
const oneRighter = <V>(given: Record<string, V>, key: Record<string, V>): Record<string, V>[] =>
  Object.entries(key).flatMap(([part, value]) => (given[part] === value ? [] : [{ ...given, [part]: value }]));

const written = (limit: number, ...likely: string[]) =>
  fc
    .oneof(fc.constantFrom(...likely), fc.string({ unit: "grapheme", minLength: 1, maxLength: limit }))
    .map((text) => ({ text: text.normalize("NFC").replace(/\r\n?/g, "\n").trim() }))
    .filter(({ text }) => text !== "" && text.length <= limit);

const subset = fc.subarray(OPTIONS, { minLength: 1 }).map((options) => ({ options: [...options].sort() }));
const betterSubset =
  (correct: string[]) =>
  ({ options }: { options: string[] }) =>
    OPTIONS.filter((option) => correct.includes(option) !== options.includes(option)).map((option) => ({
      options: correct.includes(option) ? [...options, option].sort() : options.filter((each) => each !== option),
    }));

const PLACES = { s1: 1, s2: 2, s3: 3, s4: 4 };
const places = someOf(Object.fromEntries(Object.keys(PLACES).map((step) => [step, fc.integer({ min: 1, max: 4 })])));
const betterPlaces = ({ positions }: { positions: Record<string, number> }) =>
  oneRighter(positions, PLACES).map((each) => ({ positions: each }));

const SIDES = { p1: "Vế phải p1 của ghep", p2: "Vế phải p2 của ghep", p3: "Vế phải p3 của ghep" };
const side = fc.constantFrom(...Object.values(SIDES), "Vế thừa của ghep");
const GAPS = { "thai-do": "tôn trọng", "noi-nao": "mọi nơi" };
const chosen = (key: Record<string, string>) => (given: { chosen: Record<string, string> }) =>
  oneRighter(given.chosen, key).map((each) => ({ chosen: each }));

const RUBRIC = [
  {
    id: "tieu-chi",
    criterion: "Nêu rõ tình huống",
    levels: [
      { points: 0, text: "Mức thấp: không nêu" },
      { points: 2, text: "Mức cao: nêu rõ" },
    ],
  },
];

export const KINDS: KindUnderTest[] = [
  kind("single choice", single("mot"), oneOf, () => [{ option: "b" }]),
  kind("multiple response", multiple("nhieu", ["a", "c"]), subset, betterSubset(["a", "c"])),
  kind(
    "multiple response, all or nothing",
    question({ ...multiple("het", ["b", "d"]), scoring: "all-or-nothing" }),
    subset,
    betterSubset(["b", "d"]),
  ),
  kind(
    "true or false",
    trueFalse("dung-sai", false),
    fc.boolean().map((answer) => ({ answer })),
    () => [{ answer: false }],
  ),
  kind(
    "matching",
    matching("ghep"),
    someOf({ p1: side, p2: side, p3: side }).map((given) => ({ chosen: given })),
    chosen(SIDES),
  ),
  kind(
    "ordering",
    ordering("thu-tu"),
    places.map((positions) => ({ positions })),
    betterPlaces,
  ),
  kind(
    "ordering, all or nothing",
    ordering("thu-tu-het", undefined, { scoring: "all-or-nothing" }),
    places.map((positions) => ({ positions })),
    betterPlaces,
  ),
  kind(
    "inline choice",
    inlineChoice("cau"),
    someOf({
      "thai-do": fc.constantFrom("tôn trọng", "né tránh"),
      "noi-nao": fc.constantFrom("nơi làm thêm", "mọi nơi", "nhà riêng"),
    }).map((given) => ({ chosen: given })),
    chosen(GAPS),
  ),
  kind("short answer", shortAnswer("ngan"), written(200, "Một cửa", "bộ phận một cửa", "mot  CUA."), () => [
    { text: "Một cửa" },
  ]),
  kind("numeric", numeric("so"), written(40, "3", "3,0", "4", "5", "1.500"), () => [{ text: "3" }]),
  kind("reflection", reflection("suy-ngam"), written(5000, "Một.\n\nHai."), () => []),
  kind(
    "reflection with a rubric",
    reflection("co-tieu-chi", undefined, { rubric: RUBRIC }),
    written(5000, "Một.\n\nHai."),
    () => [],
  ),
  kind("dilemma", dilemma("tinh-huong"), oneOf, () => [{ option: "a" }]),
];
