import { type DragEvent, useRef, useState } from "react";
import type { CheckingMatter } from "~/domain/certificates/credential/check-credential";
import { checkFile, FILE_LIMIT, type FileCheck } from "~/domain/certificates/credential/check-file";
import { Field } from "~/ui/kit/field";
import { useHydrated } from "~/ui/kit/interactive/use-hydrated";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { FileCheckAnswer } from "./file-check-answer";

interface Checked {
  name: string;
  /** Null: still being checked. */
  answer: FileCheck | null;
}

/**
 * Checks a file in the browser: with the keys and lists that the page brought along, so that it goes on working when the line is cut.
 * Without script there is a sentence in its place.
 */
export function FileCheckBox({ matter }: { matter: CheckingMatter }) {
  const t = useWords();
  const hydrated = useHydrated();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [over, setOver] = useState(false);
  const latest = useRef(0);

  async function check(file: File | undefined) {
    if (!file) return;
    const turn = (latest.current += 1);
    setChecked({ name: file.name, answer: null });
    const answer: FileCheck =
      file.size > FILE_LIMIT ? { kind: "other" } : await checkFile(new Uint8Array(await file.arrayBuffer()), matter);
    // A file that was chosen meanwhile is the one that is meant.
    if (turn === latest.current) setChecked({ name: file.name, answer });
  }

  function drop(dropped: DragEvent) {
    dropped.preventDefault();
    setOver(false);
    void check(dropped.dataTransfer.files[0]);
  }

  return (
    <section className="no-print mt-12" id="file-check" aria-labelledby="file-check-title">
      <SectionHeading id="file-check-title" lead={t("fileCheck.lead")}>
        {t("fileCheck.title")}
      </SectionHeading>
      {hydrated ? (
        <div
          className={over ? "file-drop file-drop-over" : "file-drop"}
          onDragOver={(dragged) => {
            dragged.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Field id="checked-file" label={t("fileCheck.choose")} hint={t(over ? "fileCheck.drop" : "fileCheck.hint")}>
            <input
              id="checked-file"
              type="file"
              accept=".pdf,.json,application/pdf,application/json"
              className="input input-full"
              aria-describedby="checked-file-hint"
              onChange={(changed) => {
                void check(changed.currentTarget.files?.[0]);
                // The same file, changed meanwhile, can be chosen again.
                changed.currentTarget.value = "";
              }}
            />
          </Field>
        </div>
      ) : (
        <p className="muted mt-3">{t("fileCheck.noScript")}</p>
      )}
      <div aria-live="polite" className="mt-6">
        {checked === null ? null : checked.answer === null ? (
          <p>{t("fileCheck.checking", { name: checked.name })}</p>
        ) : (
          <>
            <p className="muted break-words mb-3">{t("fileCheck.file", { name: checked.name })}</p>
            <FileCheckAnswer answer={checked.answer} key={checked.name} />
          </>
        )}
      </div>
    </section>
  );
}
