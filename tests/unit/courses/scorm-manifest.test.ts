import { describe, expect, test } from "vitest";
import { judge, mergeValues, secondsOf, timeOf } from "~/domain/courses/scorm/judge";
import { readManifest } from "~/domain/courses/scorm/manifest";
import { scormFiles } from "../../support/scorm-package";

const right = new TextDecoder().decode(scormFiles().get("imsmanifest.xml"));

describe("the manifest of a package", () => {
  test("says what is played, in which order and with which mark, and leaves out what is hidden", () => {
    expect(readManifest(right)).toEqual({
      ok: true,
      manifest: {
        title: "An toàn thông tin",
        items: [
          {
            identifier: "BAI_1",
            title: "Mật khẩu và dữ liệu",
            launch: "bai/index.html?mo=1",
            kind: "sco",
            masteryScore: 80,
            launchData: "che-do=day-du",
          },
        ],
      },
    });
  });

  test("puts bases and parameters into the address", () => {
    const other = right
      .replace("<resources>", '<resources xml:base="a/">')
      .replace('identifierref="trang-1"', 'identifierref="trang-1" parameters="?x=2"');
    const read = readManifest(other);
    expect(read.ok && read.manifest.items[0]!.launch).toBe("a/bai/index.html?mo=1&x=2");
  });

  const href = (address: string) => right.replace("bai/index.html?mo=1", address);
  test.each<[string, string, string]>([
    ["nothing", "", "xml"],
    ["half a file", right.slice(0, 500), "xml"],
    ["a DOCTYPE with entities", right.replace("<manifest", '<!DOCTYPE m [<!ENTITY a "x">]><manifest'), "doctype"],
    ["an external entity", right.replace("<manifest", '<!DOCTYPE m SYSTEM "file:///etc/passwd"><manifest'), "doctype"],
    ["an unknown entity", right.replace("An toàn", "&xxe;"), "xml"],
    ["elements in elements", right.replace("<title>", `${"<a>".repeat(60)}<title>`), "xml"],
    ["SCORM 2004", right.replace("<schemaversion>1.2", "<schemaversion>2004 3rd Edition"), "not-scorm-12"],
    ["another kind of file", "<html></html>", "not-scorm-12"],
    ["no item", right.replaceAll("identifierref", "x"), "no-items"],
    ["a page elsewhere", href("https://evil.vn/x.html"), "launch"],
    ["a script for a page", href("javascript:alert(1)"), "launch"],
    ["a page outside", href("../../course.yaml"), "launch"],
    ["a page outside in disguise", href("%2e%2e/x.html"), "launch"],
    ["a page at the root", href("/admin"), "launch"],
    ["a page of another host", href("//evil.vn/x"), "launch"],
    ["a broken escape", href("%E0%A4%A.html"), "launch"],
  ])("is refused with %s", (_what, source, fault) => {
    expect(readManifest(source)).toMatchObject({ ok: false, fault });
  });
});

describe("how an item went", () => {
  const status = "cmi.core.lesson_status";
  const raw = "cmi.core.score.raw";
  test.each<[string, Record<string, string>, number | null, boolean, string, number | null, boolean]>([
    ["nothing said", {}, null, false, "not attempted", null, false],
    ["opened", { "cmi.core.lesson_location": "2" }, null, false, "incomplete", null, false],
    ["completed without a score", { [status]: "completed" }, null, false, "completed", null, true],
    ["passed by its own word", { [status]: "passed", [raw]: "30" }, null, false, "passed", 30, true],
    ["failed by its own word", { [status]: "failed", [raw]: "30" }, null, true, "failed", 30, false],
    ["completed under the mark", { [status]: "completed", [raw]: "79.9" }, 80, false, "failed", 79.9, false],
    ["completed at the mark", { [status]: "completed", [raw]: "80" }, 80, false, "passed", 80, true],
    ["said passed under the mark", { [status]: "passed", [raw]: "10" }, 80, false, "failed", 10, false],
    ["under way with a score", { [status]: "incomplete", [raw]: "95" }, 80, false, "incomplete", 95, false],
    ["ended without a word of its status", { [raw]: "95" }, 80, true, "passed", 95, true],
    ["ended without any word", {}, null, true, "completed", null, true],
    [
      "a scale of its own",
      { [status]: "passed", [raw]: "5", "cmi.core.score.max": "10" },
      null,
      false,
      "passed",
      50,
      true,
    ],
    ["a score beyond the scale", { [status]: "passed", [raw]: "900" }, null, false, "passed", 100, true],
    ["nonsense for a status", { [status]: "<script>" }, null, false, "incomplete", null, false],
  ])("%s", (_name, values, masteryScore, ended, wanted, percent, done) => {
    expect(judge(values, { masteryScore }, ended)).toEqual({ status: wanted, percent, done });
  });

  test("time is added up in hours, minutes and seconds", () => {
    expect(secondsOf("0001:02:03.45")).toBe(3723);
    expect(secondsOf("PT1H")).toBe(0);
    expect(timeOf(3723)).toBe("0001:02:03");
  });

  test("keeps values that have a name of the model, and no more than there is room for", () => {
    expect(mergeValues({ "cmi.comments": "a" }, { "cmi.suspend_data": "b\u0000", x: "c", "cmi.core.exit": 1 })).toEqual(
      {
        "cmi.comments": "a",
        "cmi.suspend_data": "b",
      },
    );
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(mergeValues({}, JSON.parse('{"__proto__": {"polluted": "x"}}'))).toEqual({});
    const many = Object.fromEntries(Array.from({ length: 6000 }, (_, index) => [`cmi.interactions.${index}.id`, "x"]));
    expect(mergeValues({}, many)).toBeNull();
    expect(mergeValues({}, [])).toBeNull();
  });
});
