import type { DocumentCoverage } from "~/domain/documents/coverage";
import { documentName, type DocumentStatus, type LegalDocument } from "~/domain/documents/document";
import { formatDay } from "~/domain/time";
import { lessonPreviewPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Card } from "~/ui/kit/card";
import { DescriptionList } from "~/ui/kit/description-list";
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

export function DocumentsPage({ coverage }: { coverage: readonly DocumentCoverage[] }) {
  const t = useWords();
  const count = (status: DocumentStatus) =>
    formatNumber(coverage.filter(({ document }) => document.status === status).length);
  return (
    <Page title={t("library.documentsTitle")} lead={t("library.documentsLead")}>
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
          <div className="grid gap-4">
            {coverage.map((each) => (
              <DocumentCard key={each.document.number} coverage={each} />
            ))}
          </div>
        </>
      )}
    </Page>
  );
}

function DocumentCard({ coverage }: { coverage: DocumentCoverage }) {
  const t = useWords();
  const { document } = coverage;
  const { word, tone } = STATUSES[document.status];
  const day = (value: string | null) => value && formatDay(value);
  return (
    <Card kicker={documentName(document)} title={document.title}>
      <p>
        <StatusTag tone={tone}>{t(word)}</StatusTag>
      </p>
      <DescriptionList
        facts={[
          { term: t("library.issuer"), detail: document.issuer },
          { term: t("library.issuedOn"), detail: day(document.issuedOn) },
          { term: t("library.effectiveOn"), detail: day(document.effectiveOn) },
          { term: t("library.replacedBy"), detail: document.replacedBy },
          { term: t("library.note"), detail: document.note },
          { term: t("library.source"), detail: <Source document={document} /> },
          { term: t("library.citedBy"), detail: <CitedBy coverage={coverage} /> },
        ]}
      />
    </Card>
  );
}

function Source({ document }: { document: LegalDocument }) {
  const t = useWords();
  if (!document.source) return <>{t("kit.noValue")}</>;
  return (
    <a href={document.source} rel="external noopener noreferrer">
      {new URL(document.source).hostname}
    </a>
  );
}

function CitedBy({ coverage }: { coverage: DocumentCoverage }) {
  const t = useWords();
  if (coverage.citedBy.length === 0) return <>{t("library.citedNowhere")}</>;
  return (
    <ul>
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
