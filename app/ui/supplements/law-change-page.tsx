import type { SubmissionResult } from "@conform-to/react";
import { documentName } from "~/domain/documents/document";
import type { LawChangePage as View } from "~/domain/completion/supplements/law-change-view";
import { formatDate, formatDay } from "~/domain/time";
import { documentPath, documentsPath, lawChangePath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { EmptyState } from "~/ui/kit/empty-state";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { type FormState, formState } from "~/ui/library/form-state";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { DeltaChoice } from "./delta-choice";

/** First the course and the version that was learnt, then what changed, then the supplement. */
export function LawChangePage({ view, result }: { view: View; result: SubmissionResult<string[]> | undefined }) {
  const t = useWords();
  const { document, chosen } = view;
  return (
    <Page
      title={t("supplement.lawTitle", { number: document.number })}
      lead={t("supplement.lawLead")}
      crumbs={[
        { label: t("library.documentsTitle"), href: documentsPath() },
        { label: documentName(document), href: documentPath(document.number) },
      ]}
    >
      <div className="stack-lg">
        <Choose view={view} />
        {chosen ? <Supplement view={view} chosen={chosen} result={result} /> : null}
        {!chosen && view.asked ? (
          <EmptyState icon="book" title={t("supplement.listEmpty")}>
            {t("supplement.noEarlier")}
          </EmptyState>
        ) : null}
      </div>
    </Page>
  );
}

function Choose({ view: { document, courses, chosen, asked } }: { view: View }) {
  const t = useWords();
  return (
    <form method="get" action={lawChangePath(document.number)} className="form">
      <Select
        id="course"
        name="course"
        label={t("supplement.course")}
        hint={t("supplement.chooseHint")}
        placeholder={false}
        defaultValue={chosen?.course.slug ?? asked ?? undefined}
        options={courses.map(({ slug, title }) => ({ value: slug, label: title }))}
      />
      {chosen ? (
        <Select
          id="from"
          name="from"
          label={t("supplement.from")}
          hint={t("supplement.fromHint")}
          placeholder={false}
          defaultValue={String(chosen.from)}
          options={chosen.earlier.map(({ number, publishedAt, finished }) => ({
            value: String(number),
            label: t("supplement.versionOption", {
              number: String(number),
              date: formatDate(publishedAt),
              count: formatNumber(finished),
            }),
          }))}
        />
      ) : null}
      <div className="buttons">
        <Button type="submit" kind="secondary">
          {t("supplement.compare")}
        </Button>
      </div>
    </form>
  );
}

function Supplement({
  view,
  chosen,
  result,
}: {
  view: View;
  chosen: NonNullable<View["chosen"]>;
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const { delta, from, current, people, course } = chosen;
  if (delta.lessons.length === 0 && delta.questions.length === 0) {
    return <Notice>{t("supplement.nothingDiffers")}</Notice>;
  }
  const form = formState({ id: "supplement", values: startValues(chosen), result });
  return (
    <form
      method="post"
      action={lawChangePath(view.document.number, { course: course.slug, from })}
      noValidate
      className="form stack-lg"
    >
      <ErrorSummary errors={form.summary()} />
      <input type="hidden" name="course" value={course.slug} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="over" value={current} />
      <Notice kind={people > 0 ? "info" : "warning"} title={t("supplement.keepsTitle")}>
        {people > 0
          ? t("supplement.concerned", { count: people, from: String(from) })
          : t("supplement.concernedNobody", { from: String(from) })}{" "}
        {t("supplement.keeps")}
      </Notice>
      <DeltaChoice delta={delta} form={form} />
      <Facts form={form} />
    </form>
  );
}

const startValues = ({ delta, suggestedDue }: NonNullable<View["chosen"]>) => ({
  dueOn: formatDay(suggestedDue),
  block: delta.lessons.flatMap((lesson) => lesson.blocks.map(({ id }) => `${lesson.id}#${id}`)),
  // Of questions only those that changed: a document that everything rests on is cited by most of a bank.
  question: delta.questions.filter(({ changed }) => changed).map(({ id }) => id),
});

function Facts({ form }: { form: FormState }) {
  const t = useWords();
  return (
    <section className="form">
      <SectionHeading>{t("supplement.listTitle")}</SectionHeading>
      <TextField
        {...form.field("title")}
        label={t("supplement.titleField")}
        hint={t("supplement.titleHint")}
        size="full"
      />
      <TextArea {...form.field("reason")} rows={3} label={t("supplement.reason")} hint={t("supplement.reasonHint")} />
      <TextField
        {...form.field("dueOn")}
        label={t("supplement.dueOn")}
        hint={t("supplement.dueHint")}
        size="short"
        inputMode="numeric"
      />
      <div className="buttons">
        <Button type="submit" icon="check">
          {t("supplement.publish")}
        </Button>
      </div>
    </section>
  );
}
