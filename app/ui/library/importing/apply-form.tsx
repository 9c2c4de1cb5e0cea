import type { ImportView } from "~/domain/assessment/question-import/import-view";
import { Button } from "~/ui/kit/button";
import { Checkbox } from "~/ui/kit/checkbox";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import type { FormState } from "../form-state";
import { ImportReport } from "./import-report";

/** The report with boxes for what is to be replaced, and below it what else has to be decided. */
export function ApplyForm({ view, form }: { view: ImportView; form: FormState }) {
  const t = useWords();
  const { plan } = view;
  const changed = plan.questions.filter(({ state }) => state === "changed").length;
  const fresh = plan.questions.filter(({ state }) => state === "new").length;
  return (
    <PostForm noValidate>
      <ImportReport view={view} chosen={new Set(form.ticked("replace"))} />
      <section className="card card-strong no-print mt-8">
        <h2 className="card-title">{t("importing.applyTitle")}</h2>
        {changed + fresh === 0 ? (
          <p>{t("importing.nothingToApply")}</p>
        ) : (
          <>
            <p>{t("importing.applyLead")}</p>
            <input type="hidden" name="intent" value="apply" />
            <input type="hidden" name="over" value={view.over} />
            <Choices view={view} form={form} changed={changed} />
            <p>{t("importing.staysPinned")}</p>
            <Button>{t("importing.apply")}</Button>
          </>
        )}
      </section>
    </PostForm>
  );
}

function Choices({ view, form, changed }: { view: ImportView; form: FormState; changed: number }) {
  const t = useWords();
  const { plan, defaults } = view;
  const blocked = plan.questions.filter(({ block }) => block !== null).length;
  const suggested = (topic: string) => (topic === defaults.topic ? (defaults.topicTitle ?? "") : "");
  return (
    <>
      {plan.sharedCases.length > 0 ? (
        <Notice kind="warning">{t("importing.sharedCases", { titles: plan.sharedCases.join("; ") })}</Notice>
      ) : null}
      {changed > 0 ? (
        <Checkbox
          {...form.tick("replaceAll")}
          label={t("importing.replaceAll")}
          hint={t("importing.replaceAllHint", { count: changed })}
        />
      ) : null}
      {blocked > 0 ? (
        <Checkbox
          {...form.tick("leaveOut")}
          label={t("importing.leaveOut")}
          hint={t("importing.leaveOutHint", { count: blocked })}
        />
      ) : null}
      {plan.newTopics.map((topic, index) => {
        const field = form.field(`titles[${index}].title`);
        return (
          <div key={topic}>
            <input type="hidden" name={`titles[${index}].topic`} value={topic} />
            <TextField
              {...field}
              defaultValue={field.defaultValue || suggested(topic)}
              label={t("importing.topicTitle", { topic })}
              hint={t("importing.topicTitleHint")}
            />
          </div>
        );
      })}
      <TextField {...form.field("changeNote")} label={t("importing.changeNote")} optional size="full" />
    </>
  );
}
