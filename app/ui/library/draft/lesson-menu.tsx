import { Form } from "@remix-run/react";
import type { BuilderLesson } from "~/domain/courses/drafts/builder-view";
import { Button } from "~/ui/kit/button";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

/** What else can be done with a lesson: another title, required or not, taken away. */
export function LessonMenu({ lesson }: { lesson: BuilderLesson }) {
  const t = useWords();
  const { id, title, required } = lesson;
  const hidden = <input type="hidden" name="lesson" value={id} />;
  return (
    <details className="disclosure outline-more">
      <summary>
        <span aria-hidden>{t("draft.moreShort")}</span>
        <span className="visually-hidden">{t("draft.more", { title })}</span>
      </summary>
      <div className="disclosure-inside stack">
        <Form method="post" className="stack" preventScrollReset>
          {hidden}
          <TextField
            id={`title-${id}`}
            name="title"
            label={t("draft.renameLabel")}
            hint={t("draft.renameHint")}
            defaultValue={title}
            required
            maxLength={300}
          />
          <div>
            <Button kind="secondary" name="intent" value="rename">
              {t("draft.rename")}
            </Button>
          </div>
        </Form>
        <Form method="post" preventScrollReset>
          {hidden}
          <Button kind="secondary" name="intent" value={required ? "free" : "require"}>
            {t(required ? "draft.makeOptional" : "draft.makeRequired")}
          </Button>
        </Form>
        <ConfirmDetails
          label={t("draft.remove")}
          question={t("draft.removeQuestion", { title })}
          consequence={t("draft.removeConsequence")}
          confirmLabel={t("draft.remove")}
          name="intent"
          value="remove"
        >
          {hidden}
        </ConfirmDetails>
      </div>
    </details>
  );
}
