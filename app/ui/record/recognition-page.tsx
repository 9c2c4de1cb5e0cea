import type { SubmissionResult } from "@conform-to/react";
import { personPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { useWords } from "~/ui/words/use-words";
import { RecognitionConfirm } from "./recognition-confirm";
import { RecognitionFields } from "./recognition-fields";

export interface RecognitionPageProps {
  official: { id: string; fullName: string; staffNumber: string; unitName: string };
  courses: readonly { slug: string; title: string }[];
  asked: { course: string; cycle: string };
  /** What came back of the form; with `confirm` (the course's title), to be confirmed. */
  result: (SubmissionResult<string[]> & { confirm?: string }) | undefined;
}

/** Has learning elsewhere recognised in two steps: what the decision says, and a look at it with its file. */
export function RecognitionPage({ official, courses, asked, result }: RecognitionPageProps) {
  const t = useWords();
  const fileErrors = result?.error?.["file"];
  // A file that was refused is asked for on the second page again: what was typed is right.
  const confirm = result?.confirm ?? (fileErrors ? titleOf(courses, result?.initialValue?.["course"]) : undefined);
  return (
    <Page
      title={t(confirm ? "record.confirmTitle" : "record.recogniseTitle")}
      kicker={`${official.fullName} (${official.staffNumber}), ${official.unitName}`}
      lead={confirm ? undefined : t("record.recogniseLead")}
      crumbs={[{ label: official.fullName, href: personPath(official.id) }]}
      width="reading"
    >
      {confirm ? (
        <RecognitionConfirm course={confirm} values={result?.initialValue ?? {}} fileErrors={fileErrors ?? undefined} />
      ) : (
        <RecognitionFields courses={courses} asked={asked} result={result} />
      )}
    </Page>
  );
}

const titleOf = (courses: RecognitionPageProps["courses"], slug: unknown) =>
  courses.find((course) => course.slug === slug)?.title;
