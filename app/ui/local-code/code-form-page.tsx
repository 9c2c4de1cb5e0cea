import type { SubmissionResult } from "@conform-to/react";
import type { CodeInStudio } from "~/domain/documents/local-code/local-code";
import { formatDate, formatDateTime, formatDay } from "~/domain/time";
import { localCodePath, localCodesPath, overlaysPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { formState } from "~/ui/library/form-state";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** A unit's code as it is written, and its versions with how many have confirmed each. */
export function CodeFormPage({ code, result }: { code: CodeInStudio; result: SubmissionResult<string[]> | undefined }) {
  const t = useWords();
  const { unit, draft, people } = code;
  const values = draft ? { ...draft, decidedOn: draft.decidedOn ? formatDay(draft.decidedOn) : "" } : {};
  const form = formState({ id: "code", values, result });
  return (
    <Page
      title={t("localCode.editTitle", { unit: unit.name })}
      lead={t("localCode.editLead")}
      crumbs={[{ label: t("localCode.listTitle"), href: localCodesPath() }]}
      actions={
        <Button href={overlaysPath(unit.code)} kind="secondary">
          {t("localCode.toOverlays", { count: code.overlays })}
        </Button>
      }
    >
      <div className="stack-lg">
        <div>
          <ErrorSummary errors={form.summary()} />
          {draft ? (
            <p className="hint">
              {t("localCode.lastSaved", { date: formatDateTime(draft.updatedAt), name: draft.updatedByName })}{" "}
              {code.changedSinceVersion ? t("localCode.waiting") : null}
            </p>
          ) : null}
          <form method="post" action={localCodePath(unit.code)} noValidate className="form">
            <input type="hidden" name="over" value={draft?.revision ?? 0} />
            <TextField
              {...form.field("title")}
              label={t("localCode.titleField")}
              hint={t("localCode.titleHint")}
              size="full"
            />
            <TextField {...form.field("decisionNumber")} label={t("localCode.decisionNumber")} size="medium" />
            <TextField
              {...form.field("decidedOn")}
              label={t("localCode.decidedOn")}
              hint={t("localCode.dayHint")}
              size="short"
              inputMode="numeric"
            />
            <TextArea {...form.field("text")} rows={24} label={t("localCode.text")} hint={t("localCode.textHint")} />
            <div className="buttons">
              <Button type="submit" name="intent" value="save" kind="secondary">
                {t("localCode.save")}
              </Button>
              <Button type="submit" name="intent" value="publish" icon="check">
                {t("localCode.publish")}
              </Button>
            </div>
          </form>
        </div>
        <section>
          <SectionHeading>{t("localCode.versions")}</SectionHeading>
          <DataTable
            caption={t("localCode.versions")}
            hideCaption
            rows={code.versions}
            rowKey={({ id }) => id}
            empty={<p className="muted">{t("localCode.noVersions")}</p>}
            columns={[
              {
                key: "number",
                header: t("localCode.version"),
                rowHeader: true,
                cell: ({ number, decisionNumber, decidedOn }) => (
                  <>
                    {t("localCode.versionNumber", { number: String(number) })}
                    <span className="block font-normal">
                      {t("localCode.decision", { number: decisionNumber, date: formatDay(decidedOn) })}
                    </span>
                  </>
                ),
              },
              {
                key: "published",
                header: t("library.published"),
                cell: ({ publishedAt, publishedByName }) =>
                  t("localCode.publishedOn", { date: formatDate(publishedAt), name: publishedByName }),
              },
              {
                key: "acknowledged",
                header: t("localCode.acknowledged"),
                cell: ({ acknowledged }) =>
                  t("localCode.acknowledgedOf", { count: formatNumber(acknowledged), people: formatNumber(people) }),
              },
            ]}
          />
        </section>
      </div>
    </Page>
  );
}
