import { useState } from "react";
import type { EditorDocument } from "~/domain/courses/drafts/lesson-editor";
import { type LessonHead, readHead, writeHead } from "~/domain/courses/lesson/front-matter-form";
import { Button } from "~/ui/kit/button";
import { ComboBox } from "~/ui/kit/interactive/combo-box";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

export interface HeadFormProps {
  /** The front matter as it stands in the file. */
  head: string;
  documents: readonly EditorDocument[];
  readOnly: boolean;
  onChange: (head: string) => void;
}

/** What a lesson says of itself, as fields; the file keeps its comments and its order. */
export function HeadForm({ head, documents, readOnly, onChange }: HeadFormProps) {
  const t = useWords();
  const [asText, setAsText] = useState(false);
  const read = readHead(head);
  return (
    <div className="head-form">
      {asText || !read ? (
        <TextArea
          id="head-text"
          name="head"
          label={t("editor.headText")}
          hint={read ? t("editor.headTextHint") : t("editor.headUnreadable")}
          rows={12}
          spellCheck={false}
          readOnly={readOnly}
          value={head}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <HeadFields read={read} head={head} documents={documents} readOnly={readOnly} onChange={onChange} />
      )}
      {read ? (
        <Button type="button" kind="quiet" onClick={() => setAsText(!asText)}>
          {t(asText ? "editor.headAsFields" : "editor.headAsText")}
        </Button>
      ) : null}
    </div>
  );
}

function HeadFields({ read, head, documents, readOnly, onChange }: HeadFormProps & { read: LessonHead }) {
  const t = useWords();
  // What is typed, spaces and empty lines included; the file has it tidied.
  const [typed, setTyped] = useState(read);
  const set = (change: Partial<LessonHead>) => {
    setTyped({ ...typed, ...change });
    const { objectives } = change;
    onChange(
      writeHead(head, {
        ...change,
        ...(objectives && { objectives: objectives.filter((each) => each.trim() !== "") }),
      }),
    );
  };
  const field = (key: "title" | "summary" | "reviewedOn" | "reviewedBy" | "reviewAgainBy") => ({
    id: `head-${key}`,
    name: key,
    label: t(`editor.head_${key}`),
    value: typed[key],
    readOnly,
    onChange: (event: { target: { value: string } }) => set({ [key]: event.target.value }),
  });
  return (
    <div className="form">
      <TextField {...field("title")} lang="vi" spellCheck />
      <TextArea {...field("summary")} rows={2} lang="vi" spellCheck />
      <TextArea
        id="head-objectives"
        name="objectives"
        label={t("editor.head_objectives")}
        hint={t("editor.head_objectivesHint")}
        rows={4}
        lang="vi"
        spellCheck
        readOnly={readOnly}
        value={typed.objectives.join("\n")}
        onChange={(event) => set({ objectives: event.target.value.split("\n") })}
      />
      <Basis
        basis={typed.legalBasis}
        documents={documents}
        readOnly={readOnly}
        onChange={(legalBasis) => set({ legalBasis })}
      />
      <div className="head-row">
        <TextField {...field("reviewedOn")} type="date" size="short" />
        <TextField {...field("reviewAgainBy")} type="date" size="short" />
      </div>
      <TextField {...field("reviewedBy")} lang="vi" />
    </div>
  );
}

type Basis = LessonHead["legalBasis"];

function Basis({
  basis,
  documents,
  readOnly,
  onChange,
}: {
  basis: Basis;
  documents: readonly EditorDocument[];
  readOnly: boolean;
  onChange: (basis: Basis) => void;
}) {
  const t = useWords();
  const [keys, setKeys] = useState(() => basis.map((_, index) => index));
  const options = documents.map(({ number, name, title }) => ({ value: number, label: name, note: title }));
  const set = (index: number, change: Partial<Basis[number]>) =>
    onChange(basis.map((each, at) => (at === index ? { ...each, ...change } : each)));
  return (
    <fieldset className="head-basis">
      <legend>{t("editor.head_legalBasis")}</legend>
      {basis.map((citation, index) => (
        <div key={keys[index]} className="head-citation">
          <ComboBox
            id={`head-document-${index}`}
            name={`document-${index}`}
            label={t("editor.document", { number: index + 1 })}
            options={options}
            defaultValue={citation.document}
            onChange={(value) => set(index, { document: value ?? "" })}
          />
          <TextField
            id={`head-article-${index}`}
            name={`article-${index}`}
            label={t("editor.article")}
            optional
            readOnly={readOnly}
            value={citation.article}
            onChange={(event) => set(index, { article: event.target.value })}
          />
          <TextField
            id={`head-clause-${index}`}
            name={`clause-${index}`}
            label={t("editor.clause")}
            optional
            readOnly={readOnly}
            value={citation.clause}
            onChange={(event) => set(index, { clause: event.target.value })}
          />
          {basis.length > 1 && !readOnly ? (
            <Button
              type="button"
              kind="quiet"
              icon="trash"
              onClick={() => {
                setKeys(keys.filter((_, at) => at !== index));
                onChange(basis.filter((_, at) => at !== index));
              }}
            >
              {t("editor.removeDocument", { number: index + 1 })}
            </Button>
          ) : null}
        </div>
      ))}
      {readOnly ? null : (
        <Button
          type="button"
          kind="secondary"
          icon="plus"
          onClick={() => {
            setKeys([...keys, Math.max(-1, ...keys) + 1]);
            onChange([...basis, { document: "", article: "", clause: "" }]);
          }}
        >
          {t("editor.addDocument")}
        </Button>
      )}
    </fieldset>
  );
}
