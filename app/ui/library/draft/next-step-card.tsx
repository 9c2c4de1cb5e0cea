import type { ReactNode } from "react";
import type { BuilderView } from "~/domain/courses/drafts/builder-view";
import { draftLessonPath, draftReviewPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Card } from "~/ui/kit/card";
import { useWords } from "~/ui/words/use-words";

/** The one thing to be done next, with the way to it. */
export function NextStepCard({ view: { slug, next } }: { view: BuilderView }) {
  const t = useWords();
  const go = (href: string, label: string) => (
    <Button href={href} icon="right" iconAt="end">
      {label}
    </Button>
  );
  const card = (text: string, action: ReactNode) => (
    <Card strong title={t("draft.nextTitle")} actions={action}>
      <p>{text}</p>
    </Card>
  );
  switch (next.kind) {
    case "add-lesson":
      return card(t("draft.next_add"), go("#add-lesson", t("draft.addTitle")));
    case "write":
      return card(
        t("draft.next_write", { title: next.lesson.title }),
        go(draftLessonPath(slug, next.lesson.id), t("draft.next_writeButton")),
      );
    case "mend":
      return card(t("draft.next_mend", { count: next.count }), go("#problems", t("draft.next_mendButton")));
    case "change":
      return card(t("draft.next_change"), go("#outline", t("draft.next_changeButton")));
    case "submit":
      return card(t("draft.next_submit"), go(draftReviewPath(slug), t("draft.next_submitButton")));
    case "wait":
      return card(t("draft.next_wait"), go(draftReviewPath(slug), t("draft.next_waitButton")));
    case "publish":
      return card(t("draft.next_publish"), go(draftReviewPath(slug), t("draft.next_publishButton")));
  }
}
