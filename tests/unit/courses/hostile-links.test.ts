import { describe, expect, test } from "vitest";
import { checkBody, places, sentences } from "./lesson-under-test";

const BAD = [
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  "JAVASCRIPT:alert%281%29",
  "java%73cript:alert(1)",
  "javascript%3Aalert(1)",
  "javascript%253Aalert(1)",
  "&#106;avascript:alert(1)",
  "&#x6A;avascript:alert(1)",
  "&#x6a;&#x61;&#x76;&#x61;&#x73;&#x63;&#x72;&#x69;&#x70;&#x74;&#x3a;alert(1)",
  "javascript&colon;alert(1)",
  "javascript&#58;alert(1)",
  "&amp;#106;avascript:alert(1)",
  "java&Tab;script:alert(1)",
  "java&NewLine;script:alert(1)",
  "&#1;javascript:alert(1)",
  "&#x20;javascript:alert(1)",
  "&#xA0;javascript:alert(1)",
  "&#x200B;javascript:alert(1)",
  "java&#x00AD;script:alert(1)",
  "javascript：alert(1)",
  "ｊavascript:alert(1)",
  "jav\\ascript:alert(1)",
  "vbscript:msgbox(1)",
  "data:text/html;base64,PHNjcmlwdD4=",
  "data:text/html,%3Cscript%3E",
  "blob:https://a.vn/x",
  "file:///etc/passwd",
  "ftp://a.vn/x",
  "view-source:https://a.vn",
  "intent://a.vn#Intent",
  "tel:113",
  "//evil.vn/x",
  "\\\\\\\\evil.vn",
  "/\\\\evil.vn",
  "https:evil.vn",
  "https:/\\\\evil.vn",
  "https://user@evil.vn",
  "https://a.vn:80@evil.vn/",
  "https://",
  "https://a.vn/&#x200B;b",
  "https://a.vn/&#x202E;b",
  "https://a.vn/&#9;b",
  "https://a.vn/\\\\b",
  "mailto:a@b.vn&#10;x",
  "/admin",
  "../../../admin",
  "mailto:",
  "?next=/x",
];

describe("a link leads where it says", () => {
  test.each(BAD)("refuses %s", (url) => {
    const { lesson, problems } = checkBody(`Xem [chỗ này](<${url}>) nhé.`);
    expect(lesson).toBeNull();
    expect(places(problems)).toEqual(["1:5 link-address"]);
    const [vi, en] = sentences(problems[0]!);
    expect(vi!.mend).toContain("https:");
    expect(en!.mend).toContain("https:");
  });

  test.each(["javascript:alert(1)", "data:text/html,x"])("refuses %s in a definition", (url) => {
    expect(places(checkBody(`Xem [chỗ này][a].\n\n[a]: ${url}`).problems)).toEqual(["3:1 link-address"]);
  });

  test.each([
    "https://a.vn",
    "http://a.vn/x?y=1#z",
    "mailto:hotro@angiang.gov.vn",
    "bai-khac",
    "#muc-muc-mot",
    "https://vi.wikipedia.org/wiki/V%C4%83n",
  ])("permits %s", (url) => {
    expect(checkBody(`## Mục một\n\nXem [chỗ này](${url}).`).problems).toEqual([]);
  });

  test.each([
    ["#muc-khong-co", "3:5 link-broken"],
    ["bai-khong-co", "3:5 link-broken"],
  ])("tells of %s, which leads nowhere", (url, place) => {
    expect(places(checkBody(`## Mục một\n\nXem [chỗ này](${url}).`).problems)).toEqual([place]);
  });

  test.each([
    ["![](media/so-do.png)", ["1:1 image-no-alt"]],
    ["![ ](media/so-do.png)", ["1:1 image-no-alt"]],
    ["![Sơ đồ](https://a.vn/x.png)", ["1:1 image-place"]],
    ["![Sơ đồ](data:image/svg+xml,x)", ["1:1 image-place"]],
    ["![Sơ đồ](javascript:alert(1))", ["1:1 image-place"]],
    ["![Sơ đồ](media/../course.yaml)", ["1:1 image-place"]],
    ["![Sơ đồ](media/so-do.svg)", ["1:1 image-place"]],
    ["![Sơ đồ](media/khong-co.png)", ["1:1 image-missing"]],
    ["![Sơ đồ](media/so-do.png)", []],
  ])("an image: %s", (body, found) => {
    expect(places(checkBody(body).problems)).toEqual(found);
  });
});
