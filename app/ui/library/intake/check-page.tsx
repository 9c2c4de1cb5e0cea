import type { SubmissionResult } from "@conform-to/react";
import { isError } from "~/domain/courses/content-problem";
import type { IntakePlan, IntakeView } from "~/domain/courses/intake/intake-plan";
import { formatDateTime } from "~/domain/time";
import { contentImportPath, draftPath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Checkbox } from "~/ui/kit/checkbox";
import { DataTable } from "~/ui/kit/data-table";
import { DescriptionList } from "~/ui/kit/description-list";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { formatBytes } from "~/ui/words/format";
import type { WordKey } from "~/ui/words/catalogue.server";
import { useWords } from "~/ui/words/use-words";
import { type FormState, formState } from "../form-state";
import { ProblemTable } from "../problem-table";
import { faultInWords, stateInWords } from "./intake-words";
import { PackageFields } from "./package-fields";

/** What a zip file would become, and the button that makes a draft of it. */
export function IntakeCheckPage({
  view,
  result,
}: {
  view: IntakeView;
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const { content } = view;
  const facts = content.kind === "package" ? content.facts : null;
  const values = facts ? { ...facts, minutes: String(facts.minutes), required: facts.required ? "on" : "" } : {};
  const form = formState({ id: "intake", values, result });
  return (
    <Page
      title={t("intake.checkTitle")}
      lead={t("intake.checkLead", {
        file: view.fileName,
        by: view.uploadedByName,
        at: formatDateTime(view.uploadedAt),
      })}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: t("intake.title"), href: contentImportPath() },
      ]}
    >
      <ErrorSummary errors={form.summary()} />
      {view.appliedAt ? (
        <Notice kind="info">{t("intake.appliedOn", { at: formatDateTime(view.appliedAt) })}</Notice>
      ) : null}
      {content.kind === "refused" ? (
        <>
          <Notice kind="danger" title={t("intake.unreadable")}>
            {faultInWords(t, content.fault)}
          </Notice>
          <PostForm className="buttons">
            <Discard />
          </PostForm>
        </>
      ) : (
        <Readable view={view} content={content} form={form} />
      )}
    </Page>
  );
}

type ReadableContent = Exclude<IntakeView["content"], { kind: "refused" }>;

function Readable({ view, content, form }: { view: IntakeView; content: ReadableContent; form: FormState }) {
  const t = useWords();
  const { plan } = content;
  // What the form of a package still asks for is not told as a fault of its file.
  const problems =
    content.kind === "package" ? plan.problems.filter(({ file }) => file.includes("/scorm/")) : plan.problems;
  const closed = plan.over.kind === "draft" && plan.over.state !== "editing";
  const blocked = view.appliedAt !== null || closed || plan.blocked || plan.changes.length === 0;
  return (
    <>
      <DescriptionList
        facts={[
          { term: t("intake.kind"), detail: t(content.kind === "package" ? "intake.kindScorm" : "intake.kindCourse") },
          { term: t("intake.course"), detail: plan.title },
          { term: t("intake.becomes"), detail: <Becomes plan={plan} /> },
          { term: t("intake.items"), detail: content.kind === "package" ? content.items.join("; ") : "" },
        ]}
      />
      {closed ? <Notice kind="warning">{t("intake.closed")}</Notice> : null}
      {problems.length > 0 ? <Problems problems={problems} blocked={plan.blocked} /> : null}
      <Changes plan={plan} />
      <PostForm className="form">
        <input type="hidden" name="seen" value={plan.seen} />
        {content.kind === "package" && !blocked ? <PackageFields form={form} /> : null}
        {plan.over.kind === "draft" && !blocked ? (
          <Checkbox {...form.tick("over")} label={t("intake.overDraft")} hint={t("intake.overDraftHint")} />
        ) : null}
        <div className="buttons">
          {blocked ? null : (
            <Button name="intent" value={content.kind === "package" ? "apply-package" : "apply"} icon="check">
              {t("intake.take")}
            </Button>
          )}
          {view.appliedAt ? null : <Discard />}
        </div>
      </PostForm>
    </>
  );
}

function Discard() {
  const t = useWords();
  return (
    <Button kind="quiet" name="intent" value="discard">
      {t("intake.discard")}
    </Button>
  );
}

function Becomes({ plan }: { plan: IntakePlan }) {
  const t = useWords();
  if (plan.over.kind === "nothing") return t("intake.becomesNew", { slug: plan.slug });
  if (plan.over.kind === "version") return t("intake.becomesOverVersion", { number: String(plan.over.number) });
  return (
    <>
      {t("intake.becomesOverDraft", { by: plan.over.by, state: stateInWords(t, plan.over.state) })}{" "}
      <a href={draftPath(plan.slug)}>{t("intake.openDraft")}</a>
    </>
  );
}

function Problems({ problems, blocked }: Pick<IntakePlan, "problems" | "blocked">) {
  const t = useWords();
  const errors = problems.filter(isError).length;
  const lead = blocked ? "intake.problemsBlock" : errors > 0 ? "intake.problemsLead" : "intake.problemsWarn";
  return (
    <section>
      <SectionHeading lead={t(lead)}>{t("intake.problems", { count: problems.length })}</SectionHeading>
      <ProblemTable problems={problems} />
    </section>
  );
}

const CHANGES: Record<IntakePlan["changes"][number]["change"], [WordKey, "success" | "info" | "warning"]> = {
  added: ["intake.added", "success"],
  changed: ["intake.changed", "info"],
  removed: ["intake.removed", "warning"],
};
const SHOWN = 200;

function Changes({ plan: { changes, unchanged } }: { plan: IntakePlan }) {
  const t = useWords();
  if (changes.length === 0) return <Notice kind="info">{t("intake.nothingNew")}</Notice>;
  return (
    <section>
      <SectionHeading lead={t("intake.changesLead", { unchanged, count: changes.length })}>
        {t("intake.changes")}
      </SectionHeading>
      <DataTable
        caption={t("intake.changes")}
        hideCaption
        rows={changes.slice(0, SHOWN)}
        rowKey={({ path }) => path}
        columns={[
          { key: "path", header: t("intake.path"), rowHeader: true, cell: ({ path }) => <code>{path}</code> },
          {
            key: "change",
            header: t("intake.change"),
            cell: ({ change }) => <StatusTag tone={CHANGES[change][1]}>{t(CHANGES[change][0])}</StatusTag>,
          },
          { key: "size", header: t("intake.size"), numeric: true, cell: ({ size }) => formatBytes(size) },
        ]}
      />
      {changes.length > SHOWN ? (
        <p className="muted">{t("intake.moreFiles", { count: changes.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}
