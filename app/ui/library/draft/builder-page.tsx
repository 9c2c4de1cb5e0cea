import type { SubmissionResult } from "@conform-to/react";
import type { BuilderView } from "~/domain/courses/drafts/builder-view";
import { formatDateTime } from "~/domain/time";
import {
  bankPath,
  blueprintPath,
  draftMediaPath,
  draftSettingsPath,
  draftTrialPath,
  draftWordPath,
  libraryCoursePath,
  libraryPath,
  testPolicyPath,
} from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { DescriptionList } from "~/ui/kit/description-list";
import { EmptyState } from "~/ui/kit/empty-state";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { durationInWords, formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { formState } from "../form-state";
import { AddLessonForm } from "./add-lesson-form";
import { DraftProblems } from "./draft-problems";
import { NextStepCard } from "./next-step-card";
import { OutlineList } from "./outline-list";

export interface BuilderPageProps {
  view: BuilderView;
  /** What came back of a form, or a sentence why a step was not done. */
  result: SubmissionResult<string[]> | undefined;
  refused: string | null;
}

/** A course being written: what comes next, its outline, its parts, what is wrong with it. */
export function BuilderPage({ view, result, refused }: BuilderPageProps) {
  const t = useWords();
  const { slug, title, draft } = view;
  const crumbs = [{ label: t("library.title"), href: libraryPath() }];
  return (
    <Page
      kicker={t("draft.kicker")}
      title={title}
      lead={t("draft.lead")}
      crumbs={view.number === null ? crumbs : [...crumbs, { label: title, href: libraryCoursePath(slug) }]}
    >
      {refused ? (
        <Notice kind="warning" live>
          {refused}
        </Notice>
      ) : null}
      <ErrorSummary errors={formState({ id: "add", values: {}, result }).summary()} />
      <NextStepCard view={view} />
      <Outline view={view} result={result} />
      <Parts view={view} />
      <DraftProblems course={slug} problems={view.problems} />
      <section className="no-print mt-8">
        <ConfirmDetails
          label={t("draft.discard")}
          question={t("draft.discardQuestion", { title })}
          consequence={t("draft.discardConsequence")}
          confirmLabel={t("draft.discard")}
          name="intent"
          value="discard"
        />
      </section>
      <Facts view={view} draft={draft} />
    </Page>
  );
}

function Outline({ view, result }: { view: BuilderView; result: SubmissionResult<string[]> | undefined }) {
  const t = useWords();
  const { lessons, slug, draft, minutes, numbered, removed } = view;
  const open = draft.state === "editing";
  if (!lessons) return <Notice kind="danger">{t("draft.outlineUnreadable")}</Notice>;
  const duration = durationInWords(t, minutes);
  return (
    <section>
      <SectionHeading lead={open && lessons.length > 1 ? t("draft.outlineLead") : undefined}>
        {t("draft.outline")}
      </SectionHeading>
      {lessons.length === 0 ? (
        <EmptyState icon="book" title={t("draft.outlineEmpty")}>
          {t("draft.outlineEmptyText")}
        </EmptyState>
      ) : (
        <>
          <OutlineList course={slug} lessons={lessons} open={open} />
          <p className="muted mt-4">{t("draft.outlineSum", { count: lessons.length, duration })}</p>
        </>
      )}
      {open && !numbered ? (
        <PostForm className="stack">
          <p className="hint">{t("draft.renumberHint")}</p>
          <div>
            <Button kind="secondary" name="intent" value="renumber">
              {t("draft.renumber")}
            </Button>
          </div>
        </PostForm>
      ) : null}
      {open ? <AddLessonForm view={view} result={result} /> : null}
      {removed.length > 0 ? <Removed removed={removed} open={open} /> : null}
    </section>
  );
}

function Removed({ removed, open }: { removed: BuilderView["removed"]; open: boolean }) {
  const t = useWords();
  return (
    <section>
      <h3>{t("draft.removedTitle")}</h3>
      <ul className="stack">
        {removed.map(({ path, id, removedAt, removedByName }) => (
          <li key={path}>
            <PostForm className="buttons">
              <span>{t("draft.removedLine", { id, name: removedByName, date: formatDateTime(removedAt) })}</span>
              <input type="hidden" name="path" value={path} />
              {open ? (
                <Button kind="secondary" name="intent" value="restore" aria-label={`${t("draft.restore")}: ${id}`}>
                  {t("draft.restore")}
                </Button>
              ) : null}
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The other parts of the draft, each with what it holds. */
function Parts({ view }: { view: BuilderView }) {
  const t = useWords();
  const { slug, drawn, questions, media } = view;
  const number = (value: number) => formatNumber(value, { language: t.language });
  const links = [
    { href: draftSettingsPath(slug), label: t("draft.toSettings"), note: null },
    {
      href: bankPath(slug),
      label: t("draft.toBank"),
      note: t("draft.questionsReady", { ready: number(questions.ready), total: number(questions.total) }),
    },
    {
      href: testPolicyPath(slug),
      label: t("draft.toTest"),
      note: drawn === null ? t("draft.noTest") : t("draft.drawn", { count: drawn }),
    },
    ...(drawn === null
      ? []
      : [
          { href: blueprintPath(slug), label: t("draft.toBlueprint"), note: null },
          { href: draftTrialPath(slug), label: t("draft.toTrial"), note: null },
        ]),
    { href: draftMediaPath(slug), label: t("draft.toMedia"), note: t("draft.mediaCount", { count: media }) },
    { href: draftWordPath(slug), label: t("draft.toWord"), note: null },
  ];
  return (
    <section>
      <SectionHeading>{t("draft.parts")}</SectionHeading>
      <ul className="part-list">
        {links.map(({ href, label, note }) => (
          <li key={href}>
            <a href={href}>{label}</a>
            {note ? <span className="muted"> {note}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ view, draft }: { view: BuilderView; draft: BuilderView["draft"] }) {
  const t = useWords();
  const { number, signoff } = view;
  const base =
    draft.baseNumber === null
      ? t("draft.newCourseFact")
      : number !== null && number !== draft.baseNumber
        ? t("draft.baseBehind", { base: String(draft.baseNumber), number: String(number) })
        : t("draft.baseFact", { number: String(draft.baseNumber) });
  const names = signoff.map(({ name, mayApprove }) => (mayApprove ? name : `${name} (${t("draft.signoffLapsed")})`));
  return (
    <section className="mt-8">
      <DescriptionList
        facts={[
          { term: t("draft.factState"), detail: t(`draft.state_${draft.state}`) },
          {
            term: t("draft.factOpened"),
            detail: t("draft.openedFact", { date: formatDateTime(draft.createdAt), name: draft.createdByName }),
          },
          { term: t("draft.factBase"), detail: base },
          { term: t("draft.factSignoff"), detail: names.length > 0 ? names.join("; ") : t("draft.noSignoff") },
        ]}
      />
    </section>
  );
}
