import type { SubmissionResult } from "@conform-to/react";
import type { Blueprint, BlueprintRow } from "~/domain/assessment/test-policy/blueprint";
import type { PolicyView } from "~/domain/assessment/test-policy/policy-view";
import type { DraftRefusal } from "~/domain/courses/drafts/working-course";
import { bankPath, draftTrialPath, libraryPath, testPolicyPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { FieldErrors } from "~/ui/kit/field";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { courseCrumb, DraftNote, NothingSaved } from "../draft/draft-note";
import { type FormState, formState } from "../form-state";
import { ruleInWords } from "./policy-words";

export interface BlueprintPageProps {
  view: PolicyView;
  blueprint: Blueprint;
  result: SubmissionResult<string[]> | undefined;
  refusal: DraftRefusal | null;
  /** How many questions a paper would draw, when the form was looked at and has enough everywhere. */
  enough: number | null;
}

/** How many questions of each topic and clause a paper draws, beside how many are ready. */
export function BlueprintPage({ view, blueprint, result, refusal, enough }: BlueprintPageProps) {
  const t = useWords();
  const { course, topics } = view;
  const rows = blueprint.rows.map((row, index) => ({ ...row, index }));
  const values = { rows: rows.map(({ count }) => ({ count: count === 0 ? "" : String(count) })) };
  const form = formState({ id: "blueprint", values, result });
  const drawn = [...blueprint.rows, ...blueprint.others].reduce((sum, { count }) => sum + count, 0);
  return (
    <Page
      kicker={course.title}
      title={t("blueprint.title")}
      lead={t("blueprint.lead")}
      crumbs={[{ label: t("library.title"), href: libraryPath() }, courseCrumb(view)]}
      actions={
        <Button kind="secondary" href={draftTrialPath(course.slug)}>
          {t("draft.toTrial")}
        </Button>
      }
    >
      <NothingSaved refusal={refusal} course={course.slug} />
      <DraftNote draft={view.draft} course={course.slug} />
      <ErrorSummary errors={form.summary()} title={t("blueprint.shortage")} />
      {enough === null ? null : (
        <Notice kind="success" live>
          {t("blueprint.enough", { count: enough })}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState
          icon="book"
          title={t("blueprint.emptyTitle")}
          actions={<a href={bankPath(course.slug)}>{t("bank.open")}</a>}
        >
          {t("blueprint.emptyText")}
        </EmptyState>
      ) : (
        <PostForm noValidate>
          <input type="hidden" name="over" value={view.over} />
          <DataTable
            caption={t("blueprint.title")}
            hideCaption
            rows={rows}
            rowKey={({ index }) => String(index)}
            columns={[
              {
                key: "what",
                header: t("blueprint.what"),
                rowHeader: true,
                cell: (row) => <Cell row={row} topics={topics} />,
              },
              {
                key: "ready",
                header: t("blueprint.ready"),
                numeric: true,
                cell: ({ ready }) => formatNumber(ready, { language: t.language }),
              },
              {
                key: "count",
                header: t("blueprint.count"),
                cell: (row) => <Count row={row} form={form} topics={topics} />,
              },
            ]}
          />
          <Others blueprint={blueprint} topics={topics} course={course.slug} />
          <p className="mt-4">{t("blueprint.drawn", { count: drawn })}</p>
          <div className="buttons no-print">
            <Button name="intent" value="save">
              {t("policy.publish")}
            </Button>
            <Button kind="secondary" name="intent" value="check">
              {t("blueprint.check")}
            </Button>
            <a href={testPolicyPath(course.slug)}>{t("draft.toTest")}</a>
          </div>
        </PostForm>
      )}
    </Page>
  );
}

type Numbered = BlueprintRow & { index: number };

function Cell({ row, topics }: { row: Numbered; topics: Record<string, string> }) {
  const t = useWords();
  if (row.document === undefined) return <strong>{topics[row.topic] ?? row.topic}</strong>;
  const { document, article, clause } = row;
  return (
    <span className="blueprint-clause">
      {[document, article && t("policy.drawArticle", { article }), clause].filter(Boolean).join(", ")}
    </span>
  );
}

function Count({ row, form, topics }: { row: Numbered; form: FormState; topics: Record<string, string> }) {
  const t = useWords();
  const name = (part: string) => `rows[${row.index}].${part}`;
  const { errors, ...field } = form.field(name("count"));
  const said = { topic: row.topic, document: row.document, article: row.article, clause: row.clause };
  return (
    <div className={errors.length > 0 ? "field field-wrong" : "field"}>
      {Object.entries(said).map(([part, value]) =>
        value === undefined ? null : <input key={part} type="hidden" name={name(part)} value={value} />,
      )}
      <FieldErrors id={field.id} errors={errors} />
      <input
        {...field}
        className="input input-short"
        inputMode="numeric"
        autoComplete="off"
        aria-label={t("blueprint.countOf", { what: ruleInWords(t, { ...said, count: 1 }, topics) })}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={errors.length > 0 ? `${field.id}-error` : undefined}
      />
    </div>
  );
}

function Others(props: { blueprint: Blueprint; topics: Record<string, string>; course: string }) {
  const t = useWords();
  const { blueprint, topics, course } = props;
  if (blueprint.others.length === 0) return null;
  return (
    <Notice title={t("blueprint.others")}>
      <ul className="list-disc pl-5">
        {blueprint.others.map((rule, index) => (
          <li key={index}>{ruleInWords(t, rule, topics)}</li>
        ))}
      </ul>
      <p>
        <a href={testPolicyPath(course)}>{t("blueprint.othersWhere")}</a>
      </p>
    </Notice>
  );
}
