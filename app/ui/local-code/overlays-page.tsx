import type { SubmissionResult } from "@conform-to/react";
import type { Overlay } from "~/domain/documents/local-code/overlay";
import { placeLine } from "~/domain/documents/document-form";
import { localCodePath, localCodesPath, overlaysPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { DataTable } from "~/ui/kit/data-table";
import { SectionHeading } from "~/ui/kit/section-heading";
import { Select } from "~/ui/kit/select";
import { useWords } from "~/ui/words/use-words";
import { OverlayForm } from "./overlay-form";

export interface OverlaysPageProps {
  view: {
    unit: { code: string; name: string };
    overlays: readonly (Overlay & { lessonTitle: string | null; quote: string | null })[];
    courses: readonly { slug: string; title: string; lessons: readonly { id: string; title: string }[] }[];
    documents: readonly { number: string; title: string }[];
    chosen: { course: string; lesson: string; blocks: readonly { id: string; quote: string }[] } | null;
  };
  result: SubmissionResult<string[]> | undefined;
}

/** What a unit asks beyond national lessons: what is shown, and a form for more. */
export function OverlaysPage({ view, result }: OverlaysPageProps) {
  const t = useWords();
  const { unit, overlays, courses, chosen } = view;
  return (
    <Page
      title={t("localCode.overlaysTitle", { unit: unit.name })}
      lead={t("localCode.overlaysLead")}
      crumbs={[
        { label: t("localCode.listTitle"), href: localCodesPath() },
        { label: unit.name, href: localCodePath(unit.code) },
      ]}
    >
      <div className="stack-lg">
        <section>
          <SectionHeading>{t("localCode.overlays")}</SectionHeading>
          <DataTable
            caption={t("localCode.overlays")}
            hideCaption
            rows={overlays}
            rowKey={({ id }) => id}
            empty={<p className="muted">{t("localCode.noOverlays")}</p>}
            columns={[
              { key: "text", header: t("localCode.said"), rowHeader: true, cell: ({ text }) => text },
              { key: "place", header: t("localCode.place"), cell: (overlay) => <Where overlay={overlay} /> },
              {
                key: "remove",
                header: t("localCode.remove"),
                cell: ({ id, text }) => (
                  <ConfirmDetails
                    label={t("localCode.remove")}
                    question={t("localCode.removeQuestion")}
                    consequence={text}
                    confirmLabel={t("localCode.remove")}
                    action={overlaysPath(unit.code)}
                    name="remove"
                    value={id}
                  />
                ),
              },
            ]}
          />
        </section>
        <section>
          <SectionHeading>{t("localCode.addTitle")}</SectionHeading>
          <form method="get" action={overlaysPath(unit.code)} className="form">
            <Select
              id="place"
              name="place"
              label={t("localCode.chooseLesson")}
              placeholder={false}
              size="full"
              defaultValue={chosen ? `${chosen.course}/${chosen.lesson}` : undefined}
              options={courses.flatMap(({ slug, title, lessons }) => [
                { value: `${slug}/`, label: `${title} (${t("localCode.everyLesson")})` },
                ...lessons.map((lesson) => ({ value: `${slug}/${lesson.id}`, label: `\u2003${lesson.title}` })),
              ])}
            />
            <div className="buttons">
              <Button type="submit" kind="secondary">
                {t("localCode.show")}
              </Button>
            </div>
          </form>
          <OverlayForm view={view} result={result} />
        </section>
      </div>
    </Page>
  );
}

function Where({ overlay }: { overlay: OverlaysPageProps["view"]["overlays"][number] }) {
  const t = useWords();
  const { lessonTitle, blockId, quote, document, article } = overlay;
  const place =
    document === null ? "" : [placeLine({ article: article ?? undefined }), document].filter(Boolean).join(" ");
  return (
    <>
      <p>{lessonTitle ?? t("localCode.everyLesson")}</p>
      <p className="hint">
        {document !== null
          ? t("localCode.atCitation", { place })
          : blockId === null
            ? t("localCode.wholeLesson")
            : (quote ?? t("localCode.blockGone"))}
      </p>
    </>
  );
}
