import type { SubmissionResult } from "@conform-to/react";
import type { Accommodation } from "~/domain/assessment/accommodations/accommodation";
import type { AccommodationsPage } from "~/domain/assessment/accommodations/accommodation-list";
import type { LocalDay } from "~/domain/time";
import { findForConditionsPath, personPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Disclosure } from "~/ui/kit/disclosure";
import { EmptyState } from "~/ui/kit/empty-state";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextArea } from "~/ui/kit/text-area";
import { useWords } from "~/ui/words/use-words";
import { AccommodationItems } from "./accommodation-items";
import { GrantForm } from "./grant-form";

export interface ConditionsPageProps {
  page: AccommodationsPage;
  today: LocalDay;
  /** The person's record can be read too. */
  seesRecord: boolean;
  /** What came back of one of the forms. */
  result: SubmissionResult<string[]> | undefined;
}

/** What one person is granted in tests: what is in force with the way to revoke it, what was, and the form for more. */
export function ConditionsPage({ page, today, seesRecord, result }: ConditionsPageProps) {
  const t = useWords();
  const { official, list, courses } = page;
  const revoking = result?.initialValue?.["intent"] === "revoke" ? result : undefined;
  const revoke = (each: Accommodation) => <RevokeForm id={each.id} result={revoking} />;
  const nothing = list.inForce.length + list.later.length + list.past.length === 0;
  return (
    <Page
      title={t("accommodation.title")}
      kicker={official.fullName}
      lead={t("accommodation.lead")}
      crumbs={
        seesRecord
          ? [{ label: official.fullName, href: personPath(official.id) }]
          : [{ label: t("accommodation.findTitle"), href: findForConditionsPath() }]
      }
      width="reading"
    >
      {nothing ? (
        <EmptyState icon="clock" title={t("accommodation.noneTitle")}>
          {t("accommodation.noneText")}
        </EmptyState>
      ) : null}
      {list.inForce.length > 0 ? (
        <section>
          <SectionHeading>{t("accommodation.inForce")}</SectionHeading>
          <AccommodationItems items={list.inForce} state="inForce" below={revoke} />
        </section>
      ) : null}
      {list.later.length > 0 ? (
        <section>
          <SectionHeading>{t("accommodation.later")}</SectionHeading>
          <AccommodationItems items={list.later} state="later" below={revoke} />
        </section>
      ) : null}
      <section className="no-print flex flex-col gap-4">
        <SectionHeading>{t("accommodation.grantTitle")}</SectionHeading>
        <GrantForm courses={courses} today={today} result={revoking ? undefined : result} />
      </section>
      {list.past.length > 0 ? (
        <Disclosure summary={t("accommodation.past", { count: list.past.length })}>
          <AccommodationItems items={list.past} state="past" />
        </Disclosure>
      ) : null}
    </Page>
  );
}

/** Unfolds, asks for the reason, and stays unfolded when it came back. */
function RevokeForm({ id, result }: { id: string; result: SubmissionResult<string[]> | undefined }) {
  const t = useWords();
  const mine = result?.initialValue?.["accommodation"] === id ? result : undefined;
  const typed = mine?.initialValue?.["reason"];
  return (
    <details className="confirm no-print" open={mine !== undefined}>
      <summary className="button button-secondary">
        <span>{t("accommodation.revoke")}</span>
      </summary>
      <PostForm className="confirm-inside" noValidate>
        <p className="confirm-question">{t("accommodation.revokeQuestion")}</p>
        <p>{t("accommodation.revokeConsequence")}</p>
        <input type="hidden" name="accommodation" value={id} />
        <TextArea
          id={`revoke-${id}`}
          name="reason"
          rows={2}
          label={t("accommodation.revokeReason")}
          defaultValue={typeof typed === "string" ? typed : ""}
          errors={mine?.error?.["reason"] ?? undefined}
        />
        <div className="buttons">
          <Button kind="danger" name="intent" value="revoke">
            {t("accommodation.revoke")}
          </Button>
        </div>
      </PostForm>
    </details>
  );
}
