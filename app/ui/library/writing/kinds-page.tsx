import type { QuestionPageView } from "~/domain/assessment/bank/question-page";
import type { Pair } from "~/domain/assessment/question-form/form-shape";
import type { QuestionTypeName } from "~/domain/assessment/question-types";
import { bankPath, libraryPath, newQuestionPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Card } from "~/ui/kit/card";
import { useWords } from "~/ui/words/use-words";
import { courseCrumb, DraftNote } from "../draft/draft-note";
import { TYPES } from "../question-words";
import { usePair } from "./writing-desk";

export interface KindsPageProps {
  view: QuestionPageView;
  kinds: { kind: QuestionTypeName; purpose: Pair }[];
}

/** The first step of a new question: which kind it is, each with what it is good for. */
export function KindsPage({ view, kinds }: KindsPageProps) {
  const t = useWords();
  const say = usePair();
  const { course } = view;
  return (
    <Page
      kicker={course.title}
      title={t("question.createTitle")}
      lead={t("question.chooseKind")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        courseCrumb(view),
        { label: t("bank.title"), href: bankPath(course.slug) },
      ]}
    >
      <DraftNote draft={view.draft} course={course.slug} />
      <ul className="kind-cards">
        {kinds.map(({ kind, purpose }) => (
          <li key={kind}>
            <Card title={t(TYPES[kind])} href={newQuestionPath(course.slug, kind)}>
              <p>{say(purpose)}</p>
            </Card>
          </li>
        ))}
      </ul>
    </Page>
  );
}
