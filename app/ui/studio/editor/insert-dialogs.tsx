import { type FormEvent, useState } from "react";
import type { EditorMedia } from "~/domain/courses/drafts/lesson-editor";
import { MEDIA_FILES } from "~/domain/courses/lesson/components";
import { writeImage, writeLink, writeTable } from "~/domain/courses/lesson/insertion";
import { Button } from "~/ui/kit/button";
import { Select } from "~/ui/kit/select";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { EditorDialog } from "./editor-dialog";
import { UploadMedium } from "./upload-medium";

interface InsertDialogProps {
  onDone: (text: string) => void;
  onClose: () => void;
}

function DialogButtons({ onClose }: { onClose: () => void }) {
  const t = useWords();
  return (
    <div className="buttons">
      <Button>{t("editor.insert")}</Button>
      <Button type="button" kind="secondary" onClick={onClose}>
        {t("editor.cancel")}
      </Button>
    </div>
  );
}

const fieldsOf = (event: FormEvent<HTMLFormElement>): Record<string, string> => {
  event.preventDefault();
  return Object.fromEntries(
    [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()]),
  );
};

/** A link: to another lesson of the course, or to an address. */
export function LinkDialog({
  words,
  lessons,
  onDone,
  onClose,
}: InsertDialogProps & { words: string; lessons: readonly { id: string; title: string }[] }) {
  const t = useWords();
  const [wrong, setWrong] = useState<{ words?: string; address?: string }>({});
  function finish(event: FormEvent<HTMLFormElement>) {
    const { shown = "", lesson = "", address = "" } = fieldsOf(event);
    const target = lesson || (/^www\./i.test(address) ? `https://${address}` : address);
    const found = {
      ...(shown === "" && { words: t("editor.fieldMissing") }),
      ...(!/^(https?:\/\/[^\s/]+|mailto:\S+@\S+|#[a-z0-9-]+|[a-z0-9-]+$)/i.test(target) && {
        address: t("editor.linkWrong"),
      }),
    };
    setWrong(found);
    if (Object.keys(found).length === 0) onDone(writeLink(shown, target));
  }
  return (
    <EditorDialog title={t("editor.link")} onClose={onClose}>
      <form className="form" noValidate onSubmit={finish}>
        <TextField
          id="link-shown"
          name="shown"
          label={t("editor.linkWords")}
          defaultValue={words}
          errors={wrong.words ? [wrong.words] : undefined}
        />
        <Select
          id="link-lesson"
          name="lesson"
          label={t("editor.linkLesson")}
          optional
          options={lessons.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextField
          id="link-address"
          name="address"
          label={t("editor.linkAddress")}
          hint={t("editor.linkHint")}
          inputMode="url"
          errors={wrong.address ? [wrong.address] : undefined}
        />
        <DialogButtons onClose={onClose} />
      </form>
    </EditorDialog>
  );
}

/** An image of the draft, with the words that stand for it. */
export function ImageDialog({
  slug,
  media,
  onAdded,
  onDone,
  onClose,
}: InsertDialogProps & {
  slug: string;
  media: readonly EditorMedia[];
  onAdded: (medium: EditorMedia) => void;
}) {
  const t = useWords();
  const [chosen, setChosen] = useState("");
  const [alternative, setAlternative] = useState("");
  const [wrong, setWrong] = useState<{ path?: string; alternative?: string }>({});
  const images = media.filter(({ path }) => MEDIA_FILES.image.test(path));
  function finish(event: FormEvent<HTMLFormElement>) {
    const { path = "", alternative = "" } = fieldsOf(event);
    const found = {
      ...(path === "" && { path: t("editor.fieldMissing") }),
      ...(alternative === "" && { alternative: t("editor.alternativeMissing") }),
    };
    setWrong(found);
    if (Object.keys(found).length === 0) onDone(writeImage(alternative, path));
  }
  return (
    <EditorDialog title={t("editor.image")} onClose={onClose}>
      <form className="form" noValidate onSubmit={finish}>
        {images.length === 0 ? (
          <p>{t("editor.noImages")}</p>
        ) : (
          <fieldset className="image-choice">
            <legend>{t("editor.imageChoice")}</legend>
            {wrong.path ? <p className="field-error">{wrong.path}</p> : null}
            <div className="image-choices">
              {images.map(({ path, address }) => (
                <label key={path}>
                  <input
                    type="radio"
                    name="path"
                    value={path}
                    checked={chosen === path}
                    onChange={() => setChosen(path)}
                  />
                  <img src={address} alt="" loading="lazy" />
                  <span>{path.slice("media/".length)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <UploadMedium
          slug={slug}
          kind="image"
          onAdded={(medium) => {
            onAdded(medium);
            setChosen(medium.path);
            setAlternative(medium.alt);
          }}
        />
        {images.length > 0 ? (
          <TextField
            id="image-alternative"
            name="alternative"
            label={t("editor.alternative")}
            hint={t("editor.alternativeHint")}
            value={alternative}
            onChange={(event) => setAlternative(event.target.value)}
            errors={wrong.alternative ? [wrong.alternative] : undefined}
          />
        ) : null}
        {images.length > 0 ? <DialogButtons onClose={onClose} /> : null}
      </form>
    </EditorDialog>
  );
}

const EMPTY_TABLE = [
  ["", ""],
  ["", ""],
  ["", ""],
];

/** A table, cell by cell; the first row holds the names of the columns. */
export function TableDialog({ onDone, onClose }: InsertDialogProps) {
  const t = useWords();
  const [rows, setRows] = useState(EMPTY_TABLE);
  const [wrong, setWrong] = useState(false);
  const set = (row: number, column: number, text: string) =>
    setRows(
      rows.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? text : cell)) : cells)),
    );
  return (
    <EditorDialog title={t("editor.table")} width="wide" onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (rows[0]!.some((cell) => cell.trim() === "")) setWrong(true);
          else onDone(writeTable(rows));
        }}
      >
        {wrong ? (
          <p className="field-error" role="alert">
            {t("editor.tableHeads")}
          </p>
        ) : null}
        <div className="table-cells">
          {rows.map((cells, row) => (
            <div key={row}>
              {cells.map((cell, column) => (
                <input
                  key={column}
                  className="input"
                  aria-label={t(row === 0 ? "editor.tableHead" : "editor.tableCell", { row, column: column + 1 })}
                  value={cell}
                  onChange={(event) => set(row, column, event.target.value)}
                />
              ))}
            </div>
          ))}
        </div>
        <div className="buttons">
          <Button type="button" kind="secondary" icon="plus" onClick={() => setRows([...rows, rows[0]!.map(() => "")])}>
            {t("editor.addRow")}
          </Button>
          {rows[0]!.length < 6 ? (
            <Button
              type="button"
              kind="secondary"
              icon="plus"
              onClick={() => setRows(rows.map((cells) => [...cells, ""]))}
            >
              {t("editor.addColumn")}
            </Button>
          ) : null}
        </div>
        <DialogButtons onClose={onClose} />
      </form>
    </EditorDialog>
  );
}
