/** A remark in words. */
import { questionFault } from "../../../courses/content-words/question-faults";
import type { Remark } from "../exchange";
import { en } from "./en";
import { vi } from "./vi";

/** Names within sentences, by codes ("kind:essay, loss:image"). */
const NAMES: Record<string, readonly [string, string]> = {
  "kind:choice": ["lựa chọn", "choice"],
  "kind:single-choice": ["một lựa chọn", "single choice"],
  "kind:multiple-response": ["nhiều lựa chọn", "multiple response"],
  "kind:true-false": ["đúng/sai", "true/false"],
  "kind:matching": ["ghép đôi", "matching"],
  "kind:short-answer": ["trả lời ngắn", "short answer"],
  "kind:numerical": ["trả lời bằng số", "numerical"],
  "kind:essay": ["tự luận", "essay"],
  "kind:ordering": ["thứ tự", "ordering"],
  "kind:inline-choice": ["điền chỗ trống", "inline choice"],
  "kind:numeric": ["trả lời bằng số", "numeric"],
  "kind:reflection": ["tự luận", "reflection"],
  "kind:dilemma": ["tình huống", "dilemma"],
  "loss:image": ["hình ảnh", "pictures"],
  "loss:link": ["liên kết (địa chỉ được giữ thành chữ)", "links (addresses were kept as text)"],
  "loss:table": ["bảng", "tables"],
  "loss:media": ["âm thanh, video", "sound and video"],
  "loss:script": ["mã lệnh", "scripts"],
  "loss:emphasis": ["chữ đậm, nghiêng, chỉ số", "bold, italic, superscript"],
  "loss:formula": ["công thức", "formulas"],
  "missing:citation": ["căn cứ", "citation"],
  "missing:explanation": ["giải thích", "explanation"],
  "missing:feedback": ["nhận xét", "feedback"],
  "field:status": ["trạng thái", "status"],
  "field:difficulty": ["độ khó", "difficulty"],
  "field:kind": ["loại câu hỏi", "kind"],
  "field:marks": ["điểm", "marks"],
  "field:critical": ["câu điểm liệt", "critical"],
  "field:expired": ["văn bản hết hiệu lực", "document no longer in force"],
  "encoding:tcvn3": ["TCVN3 (ABC)", "TCVN3 (ABC)"],
  "encoding:vni": ["VNI", "VNI"],
  "encoding:windows-1258": ["Windows-1258", "Windows-1258"],
  "encoding:utf-16": ["UTF-16", "UTF-16"],
};

export interface RemarkSentence {
  what: string;
  mend: string;
}

export function describeRemark({ rule, values }: Remark, language: "vi" | "en"): RemarkSentence {
  const [what, mend] = (language === "vi" ? vi : en)[rule];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      name === "faults"
        ? faultsIn(String(values[name]), language)
        : name in values
          ? named(String(values[name]), language)
          : whole,
    );
  const hint = values["suggestion"] === undefined ? "" : fill(DID_YOU_MEAN[language]);
  return { what: fill(what), mend: hint + fill(mend) };
}

const DID_YOU_MEAN = { vi: "Có phải là “{suggestion}”? ", en: "Did you mean “{suggestion}”? " };

/** "options.0.text: stands twice; …" in the language of the reader. */
const faultsIn = (faults: string, language: "vi" | "en") =>
  faults
    .split("; ")
    .map((fault) => {
      const [, path = "", message = fault] = /^([\w-]+(?:\.[\w-]+)*): (.*)$/.exec(fault) ?? [];
      return questionFault(path, message, language);
    })
    .join("; ");

const named = (value: string, language: "vi" | "en") =>
  value.replace(
    /\b(?:kind|loss|missing|field|encoding):[a-z0-9-]+/g,
    (code) => NAMES[code]?.[language === "vi" ? 0 : 1] ?? code,
  );

/** "unclosed-brace: Dấu { ở dòng 3 … Thêm dấu } …": for a program that looks at the rule, and for a person. */
export function remarkLine(remark: Remark, language: "vi" | "en"): string {
  const { what, mend } = describeRemark(remark, language);
  return `${remark.rule}: ${what} ${mend}`;
}
