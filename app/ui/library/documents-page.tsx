import type { DocumentCoverage } from "~/domain/documents/coverage";
import { documentName, type DocumentStatus, type LegalDocument } from "~/domain/documents/document";
import { formatDay } from "~/domain/time";
import {
  documentPath,
  lessonPreviewPath,
  localCodesPath,
  newDocumentPath,
  readerReportsPath,
  supplementsPath,
} from "~/paths";
import { Button } from "~/ui/kit/button";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { DescriptionList } from "~/ui/kit/description-list";
import { Disclosure } from "~/ui/kit/disclosure";
import { EmptyState } from "~/ui/kit/empty-state";
import { StatNumber, StatRow } from "~/ui/kit/stat-number";
import { StatusTag } from "~/ui/kit/status-tag";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

const STATUSES = {
  "in-force": { word: "library.inForce", tone: "success" },
  unverified: { word: "library.unverified", tone: "warning" },
  expired: { word: "library.expired", tone: "danger" },
} as const satisfies Record<DocumentStatus, { word: string; tone: string }>;

export function DocumentsPage({
  coverage,
  mayWrite,
  newReports,
}: {
  coverage: readonly DocumentCoverage[];
  mayWrite: boolean;
  /** Reports from readers that wait for an answer. */
  newReports: number;
}) {
  const t = useWords();
  const count = (status: DocumentStatus) =>
    formatNumber(coverage.filter(({ document }) => document.status === status).length);
  return (
    <Page
      title={t("library.documentsTitle")}
      lead={t("library.documentsLead")}
      actions={
        mayWrite ? (
          <>
            <Button href={newDocumentPath()} icon="plus">
              {t("register.add")}
            </Button>
            <Button href={supplementsPath()} kind="secondary">
              {t("supplement.listTitle")}
            </Button>
            <Button href={localCodesPath()} kind="secondary">
              {t("localCode.listTitle")}
            </Button>
            <Button href={readerReportsPath()} kind="secondary">
              {t("reports.inboxCount", { count: newReports })}
            </Button>
          </>
        ) : undefined
      }
    >
      {coverage.length === 0 ? (
        <EmptyState icon="scales" title={t("library.documentsEmptyTitle")}>
          {t("library.documentsEmptyText")}
        </EmptyState>
      ) : (
        <>
          <StatRow>
            <StatNumber value={formatNumber(coverage.length)} label={t("library.statAll")} />
            {(Object.keys(STATUSES) as DocumentStatus[]).map((status) => (
              <StatNumber key={status} value={count(status)} label={t(STATUSES[status].word)} />
            ))}
          </StatRow>
          <div className="mt-8">
            <Register coverage={coverage} />
          </div>
        </>
      )}
    </Page>
  );
}

function Register({ coverage }: { coverage: readonly DocumentCoverage[] }) {
  const t = useWords();
  const day = (value: string | null) => (value ? formatDay(value) : t("kit.noValue"));
  return (
    <DataTable
      caption={t("library.documentsTitle")}
      hideCaption
      rows={coverage}
      rowKey={({ document }) => document.number}
      columns={[
        { key: "document", header: t("library.document"), rowHeader: true, cell: (each) => <Named coverage={each} /> },
        { key: "status", header: t("library.documentStatus"), cell: ({ document }) => <Status document={document} /> },
        { key: "issuer", header: t("library.issuer"), wideOnly: true, cell: ({ document }) => document.issuer },
        {
          key: "issued",
          header: t("library.issuedOn"),
          wideOnly: true,
          cell: ({ document }) => day(document.issuedOn),
        },
        { key: "effective", header: t("library.effectiveOn"), cell: ({ document }) => day(document.effectiveOn) },
      ]}
    />
  );
}

function Status({ document }: { document: LegalDocument }) {
  const t = useWords();
  const { word, tone } = STATUSES[document.status];
  return <StatusTag tone={tone}>{t(word)}</StatusTag>;
}

/** The document by name; behind it the note, where it was read, and who cites it. */
function Named({ coverage }: { coverage: DocumentCoverage }) {
  const t = useWords();
  const { document, citedBy } = coverage;
  const count = (of: "lessons" | "questions") => citedBy.reduce((sum, each) => sum + each[of].length, 0);
  return (
    <>
      <p>
        <a href={documentPath(document.number)}>{documentName(document)}</a>
      </p>
      {document.title === documentName(document) ? null : <p className="font-normal">{document.title}</p>}
      <div className="font-normal">
        <Disclosure
          summary={
            citedBy.length === 0
              ? t("library.citedNever")
              : t("library.citedCounts", { lessons: count("lessons"), questions: count("questions") })
          }
        >
          <DescriptionList
            facts={[
              { term: t("library.replacedBy"), detail: document.replacedBy },
              { term: t("library.note"), detail: document.note },
              { term: t("library.source"), detail: document.source && <Source address={document.source} /> },
              { term: t("library.citedBy"), detail: <CitedBy coverage={coverage} /> },
            ]}
          />
        </Disclosure>
      </div>
    </>
  );
}

function Source({ address }: { address: string }) {
  return (
    <a href={address} rel="external noopener noreferrer">
      {new URL(address).hostname}
    </a>
  );
}

function CitedBy({ coverage }: { coverage: DocumentCoverage }) {
  const t = useWords();
  if (coverage.citedBy.length === 0) return <>{t("library.citedNowhere")}</>;
  return (
    <ul className="list-disc pl-5">
      {coverage.citedBy.flatMap(({ course, lessons, questions }) => [
        ...lessons.map((lesson) => (
          <li key={`${course.slug}/${lesson.id}`}>
            <a href={lessonPreviewPath(course.slug, lesson.id)}>{lesson.title}</a>
          </li>
        )),
        questions.length > 0 ? (
          <li key={course.slug}>{t("library.citedQuestions", { count: questions.length })}</li>
        ) : null,
      ])}
    </ul>
  );
}
