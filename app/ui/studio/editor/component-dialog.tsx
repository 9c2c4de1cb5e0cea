import { useState } from "react";
import type { EditorMedia } from "~/domain/courses/drafts/lesson-editor";
import { COMPONENT_FORMS, missingIn } from "~/domain/courses/lesson/component-forms";
import type { ComponentValues } from "~/domain/courses/lesson/component-values";
import { COMPONENTS, isMediaKind } from "~/domain/courses/lesson/components";
import { Button } from "~/ui/kit/button";
import { useWords } from "~/ui/words/use-words";
import { ComponentFields } from "./component-fields";
import { EditorDialog } from "./editor-dialog";
import type { FieldFacts } from "./prop-field";
import { UploadMedium } from "./upload-medium";

export interface ComponentDialogProps extends FieldFacts {
  slug: string;
  label: string;
  values: ComponentValues;
  /** A component that stands in the lesson already is changed. */
  existing: boolean;
  /** A file was put among the media of the draft. */
  onAdded: (medium: EditorMedia) => void;
  onDone: (values: ComponentValues) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** Asks for what a component needs and hands it back filled in. */
export function ComponentDialog({
  slug,
  label,
  values,
  existing,
  onAdded,
  onDone,
  onRemove,
  onClose,
  ...facts
}: ComponentDialogProps) {
  const t = useWords();
  const [current, setCurrent] = useState(values);
  const [missing, setMissing] = useState<string[]>([]);
  const purpose = COMPONENT_FORMS[values.name]!.purpose[t.language === "vi" ? 0 : 1];
  const file = COMPONENTS[values.name]!.props["tep"]?.kind;

  function finish() {
    const lacking = missingIn(current);
    setMissing(lacking);
    if (lacking.length === 0) onDone(current);
    else document.getElementById(`field-${lacking[0]}`)?.focus();
  }

  return (
    <EditorDialog title={label} onClose={onClose}>
      {purpose ? <p className="muted">{purpose}</p> : null}
      <form
        className="form component-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        <ComponentFields {...facts} values={current} missing={missing} onChange={setCurrent} />
        {file && isMediaKind(file) ? (
          <UploadMedium
            slug={slug}
            kind={file}
            onAdded={(medium) => {
              onAdded(medium);
              setCurrent((before) => ({ ...before, props: { ...before.props, tep: medium.path } }));
            }}
          />
        ) : null}
        <div className="buttons">
          <Button>{t(existing ? "editor.change" : "editor.insert")}</Button>
          <Button type="button" kind="secondary" onClick={onClose}>
            {t("editor.cancel")}
          </Button>
          {existing ? (
            <Button type="button" kind="danger" onClick={onRemove}>
              {t("editor.removeComponent")}
            </Button>
          ) : null}
        </div>
      </form>
    </EditorDialog>
  );
}
