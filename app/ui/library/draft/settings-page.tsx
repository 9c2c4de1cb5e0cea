import type { SubmissionResult } from "@conform-to/react";
import type { CourseSettings } from "~/domain/courses/drafts/course-yaml";
import type { SettingsField } from "~/domain/courses/drafts/merge-settings";
import type { DraftRefusal } from "~/domain/courses/drafts/working-course";
import type { SettingsView } from "~/domain/courses/drafts/settings-view";
import { formatDay } from "~/domain/time";
import { draftPath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { CheckboxGroup } from "~/ui/kit/option-group";
import { PostForm } from "~/ui/kit/post-form";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { type FormState, formState } from "../form-state";
import { DraftNote, NothingSaved } from "./draft-note";

export interface SettingsPageProps {
  view: SettingsView;
  result: SubmissionResult<string[]> | undefined;
  refusal: DraftRefusal | null;
  /** Fields that somebody else changed too: what was typed and what stands there are shown side by side. */
  conflicts: readonly SettingsField[];
}

/** What a course is, for whom, who reviewed it, and who has to approve it. */
export function SettingsPage({ view, result, refusal, conflicts }: SettingsPageProps) {
  const t = useWords();
  const { slug, settings, readable } = view;
  const form = formState({ id: "settings", values: { ...fieldsOf(settings), signoff: view.signoff }, result });
  const title = settings.title || slug;
  return (
    <Page
      kicker={title}
      title={t("draft.settingsTitle")}
      lead={t("draft.settingsLead")}
      width="reading"
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: title, href: draftPath(slug) },
      ]}
    >
      <NothingSaved refusal={refusal} course={slug} />
      {view.draft.state === "editing" ? null : <DraftNote draft={view.draft} course={slug} />}
      {readable ? null : <Notice kind="danger">{t("draft.settingsUnreadable")}</Notice>}
      <Conflicts conflicts={conflicts} settings={settings} form={form} />
      <ErrorSummary errors={form.summary()} />
      <PostForm className="form" noValidate>
        {/* What stands there now, so that saving again is over what was shown. */}
        <input type="hidden" name="seen" value={JSON.stringify(settings)} />
        <TextField {...form.field("title")} label={t("draft.title")} />
        <CourseFields form={form} />
        <Select
          {...form.field("language")}
          label={t("draft.language")}
          placeholder={false}
          size="medium"
          options={[
            { value: "vi", label: t("draft.languageVi") },
            { value: "en", label: t("draft.languageEn") },
          ]}
        />
        <TextField {...form.field("criteria")} label={t("draft.criteria")} hint={t("draft.criteriaHint")} optional />
        <section>
          <h2>{t("draft.partReview")}</h2>
          <ReviewFields form={form} />
        </section>
        <section>
          <h2>{t("draft.partSignoff")}</h2>
          <SignoffFields view={view} chosen={form.ticked("signoff")} />
        </section>
        <div className="buttons">
          <Button>{t("draft.settingsSave")}</Button>
          <a href={draftPath(slug)}>{t("draft.toDraft")}</a>
        </div>
      </PostForm>
    </Page>
  );
}

/** The fields that a new course has too. */
export function CourseFields({ form }: { form: FormState }) {
  const t = useWords();
  return (
    <>
      <TextArea {...form.field("summary")} rows={3} label={t("draft.summary")} hint={t("draft.summaryHint")} />
      <TextArea {...form.field("audience")} rows={2} label={t("draft.audience")} hint={t("draft.audienceHint")} />
      <TextField {...form.field("studyForm")} label={t("draft.studyForm")} size="medium" />
      <TextField
        {...form.field("certificateName")}
        label={t("draft.certificateName")}
        hint={t("draft.certificateNameHint")}
      />
    </>
  );
}

export function ReviewFields({ form }: { form: FormState }) {
  const t = useWords();
  return (
    <>
      <TextField {...form.field("reviewedBy")} label={t("draft.reviewedBy")} />
      <TextField
        {...form.field("reviewedOn")}
        label={t("draft.reviewedOn")}
        hint={t("draft.dayHint")}
        size="short"
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        {...form.field("reviewAgainBy")}
        label={t("draft.reviewAgainBy")}
        hint={t("draft.dayHint")}
        size="short"
        inputMode="numeric"
        autoComplete="off"
      />
    </>
  );
}

function SignoffFields({ view, chosen }: { view: SettingsView; chosen: string[] }) {
  const t = useWords();
  return (
    <>
      {view.lapsed.length > 0 ? (
        <Notice kind="warning">{t("draft.lapsed", { names: view.lapsed.join("; ") })}</Notice>
      ) : null}
      {view.approvers.length === 0 ? <p>{t("draft.signoffNobody")}</p> : null}
      <CheckboxGroup
        id="settings-signoff"
        name="signoff"
        label={<span className="visually-hidden">{t("draft.partSignoff")}</span>}
        hint={t("draft.signoffHint")}
        defaultValue={chosen}
        options={view.approvers.map(({ accountId, name, identifier }) => ({
          value: accountId,
          label: name,
          hint: identifier,
        }))}
      />
    </>
  );
}

function Conflicts(props: { conflicts: readonly SettingsField[]; settings: CourseSettings; form: FormState }) {
  const t = useWords();
  const { conflicts, settings, form } = props;
  if (conflicts.length === 0) return null;
  return (
    <Notice kind="warning" title={t("draft.conflictTitle")} live>
      <p>{t("draft.conflictLead")}</p>
      <DataTable
        caption={t("draft.conflictTitle")}
        hideCaption
        rows={conflicts}
        rowKey={(field) => field}
        columns={[
          { key: "field", header: t("draft.conflictField"), rowHeader: true, cell: (field) => t(`draft.${field}`) },
          { key: "mine", header: t("draft.conflictMine"), cell: (field) => form.field(field).defaultValue },
          { key: "theirs", header: t("draft.conflictTheirs"), cell: (field) => inWords(t, settings, field) },
        ]}
      />
    </Notice>
  );
}

function inWords(t: Translate, settings: CourseSettings, field: SettingsField): string {
  if (field === "language") return t(settings.language === "vi" ? "draft.languageVi" : "draft.languageEn");
  return fieldsOf(settings)[field];
}

/** Settings as the form shows them. */
function fieldsOf(settings: CourseSettings): Record<SettingsField, string> {
  const day = (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value);
  return {
    ...settings,
    reviewedOn: day(settings.reviewedOn),
    reviewAgainBy: day(settings.reviewAgainBy),
    criteria: settings.criteria.join(", "),
  };
}
