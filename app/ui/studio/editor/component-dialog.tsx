import { useState } from "react";
import { COMPONENT_FORMS, missingIn } from "~/domain/courses/lesson/component-forms";
import type { ComponentValues } from "~/domain/courses/lesson/component-values";
import { COMPONENTS } from "~/domain/courses/lesson/components";
import { draftMediaPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { useWords } from "~/ui/words/use-words";
import { ComponentFields } from "./component-fields";
import { EditorDialog } from "./editor-dialog";
import type { FieldFacts } from "./prop-field";

export interface ComponentDialogProps extends FieldFacts {
  slug: string;
  label: string;
  values: ComponentValues;
  /** A component that stands in the lesson already is changed. */
  existing: boolean;
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
  onDone,
  onRemove,
  onClose,
  ...facts
}: ComponentDialogProps) {
  const t = useWords();
  const [current, setCurrent] = useState(values);
  const [missing, setMissing] = useState<string[]>([]);
  const purpose = COMPONENT_FORMS[values.name]!.purpose[t.language === "vi" ? 0 : 1];
  const usesFiles = Object.keys(COMPONENTS[values.name]!.props).some((prop) => ["tep", "phude"].includes(prop));

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
        {usesFiles ? (
          <p className="hint">
            <a href={draftMediaPath(slug)} target="_blank" rel="noreferrer">
              {t("editor.openMedia")}
            </a>
          </p>
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
