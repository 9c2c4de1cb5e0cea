/**
 * What the studio asks for a question, as data: the fields of a form, in the order in which they are filled in. `at` is the key of
 * the bank file that a field writes. Each kind of question says its own in its file of `question-types`; labels stand in both
 * languages, so that a new kind needs no other place.
 */
export type Pair = readonly [vi: string, en: string];

interface Named {
  at: string;
  label: Pair;
  hint?: Pair;
  optional?: true;
}

export interface Choice {
  value: string;
  label: Pair;
}

export interface GroupField extends Named {
  kind: "group";
  fields: readonly FormField[];
}

/** Lines of one shape, that can be added, taken away and moved. */
export interface RowsField extends Named {
  kind: "rows";
  /** What one of them is called: "Phương án". */
  item: Pair;
  most: number;
  /** How many blank ones a new question begins with. */
  begin: number;
  /** How the ids of new ones are made; left out when they have none. */
  ids?: "letters" | "numbers" | "p" | "s";
  /** Plain texts in the file, not groups of keys. */
  plain?: true;
  fields: readonly FormField[];
}

/** What holds one value. `usual`: what it means to say nothing. */
export type PlainField =
  | (Named & { kind: "line" | "text" | "tick" | "document" | "lesson" | "section" | "case" })
  /** One row of a list has it. */
  | (Named & { kind: "key" })
  | (Named & { kind: "number"; usual?: number })
  /** `flag`: true or false in the file. */
  | (Named & { kind: "pick"; options: readonly Choice[]; usual?: string; flag?: true })
  | (Named & { kind: "topic"; usual: string });

export type FormField = PlainField | GroupField | RowsField;

/** What a kind of question says of itself to who writes. */
export interface KindForm {
  /** One sentence for the choice of a kind: what it is good for. */
  purpose: Pair;
  fields: readonly FormField[];
}

export interface FormSection {
  id: string;
  title: Pair;
  fields: readonly FormField[];
}

export const inWords = (pair: Pair, language: "vi" | "en") => pair[language === "vi" ? 0 : 1];

/** A citation as a group of fields. */
export const citationFields = (more: Pick<GroupField, "label" | "hint" | "optional">): GroupField => ({
  kind: "group",
  at: "citation",
  ...more,
  fields: [
    { kind: "document", at: "document", label: ["Văn bản", "Document"] },
    { kind: "line", at: "article", label: ["Điều", "Article"], optional: true },
    {
      kind: "line",
      at: "clause",
      label: ["Khoản, điểm hoặc nội dung", "Clause, point or content"],
      optional: true,
    },
    {
      kind: "tick",
      at: "expired",
      label: ["Cố ý dẫn văn bản đã hết hiệu lực", "Cites a document that is no longer in force, on purpose"],
    },
  ],
});

export const FEEDBACK: Pair = ["Nhận xét", "Feedback"];

/** All or nothing, or a share for each right part. */
export const SCORING: FormField = {
  kind: "pick",
  at: "scoring",
  label: ["Cách tính điểm", "Scoring"],
  usual: "partial",
  options: [
    { value: "partial", label: ["Đúng phần nào được điểm phần đó", "A share for each right part"] },
    { value: "all-or-nothing", label: ["Đúng tất cả mới được điểm", "Marks only when all is right"] },
  ],
};
