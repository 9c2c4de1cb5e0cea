import type { ReactNode } from "react";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { HiddenValues } from "~/ui/record/hidden-values";
import { useWords } from "~/ui/words/use-words";
import type { ChangeFrame } from "./change-frame";

/** What all changes of a staff entry have in common: whose it is, the way back, and why there may be no form. */
export function ChangePage({
  frame: { official, back, refused },
  title,
  lead,
  confirming,
  children,
}: {
  frame: ChangeFrame;
  title: string;
  lead: string;
  /** It is shown before it is made. */
  confirming: boolean;
  children: ReactNode;
}) {
  const t = useWords();
  return (
    <Page
      title={confirming ? t("staffChange.confirmTitle") : title}
      kicker={`${official.fullName} (${official.staffNumber}), ${official.unitName}`}
      lead={confirming ? title : lead}
      crumbs={[{ label: back.label, href: back.href }]}
      width="reading"
    >
      {refused === null ? (
        children
      ) : (
        <Notice kind="info">
          <p>{refused}</p>
          <p>
            <a href={back.href}>{back.label}</a>
          </p>
        </Notice>
      )}
    </Page>
  );
}

/** The last step: what was typed is sent once more, or typed again. */
export function MakeOrEdit({ values, danger }: { values: Record<string, unknown>; danger?: boolean }) {
  const t = useWords();
  const { intent: _, ...typed } = values;
  return (
    <PostForm>
      <HiddenValues values={typed} />
      <div className="buttons">
        <Button kind={danger ? "danger" : "primary"} name="intent" value="make">
          {t("staffChange.make")}
        </Button>
        <Button kind="secondary" name="intent" value="edit">
          {t("staffChange.change")}
        </Button>
      </div>
    </PostForm>
  );
}
