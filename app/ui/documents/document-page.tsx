import { documentName } from "~/domain/documents/document";
import { documentFileName } from "~/domain/documents/document-file";
import { placeLine } from "~/domain/documents/document-form";
import type { DocumentView } from "~/domain/documents/document-view";
import { formatDay } from "~/domain/time";
import {
  documentCoveragePath,
  documentFilePath,
  documentPath,
  documentsPath,
  editDocumentPath,
  lawChangePath,
} from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice } from "~/ui/kit/notice";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";
import { DocumentCiters } from "./document-citers";
import { DocumentHistory } from "./document-history";
import { DocumentStatusTag } from "./document-status";

/** A document: what it is, what replaced it, everything that cites it, and what became of it. */
export function DocumentPage({ view, mayWrite }: { view: DocumentView; mayWrite: boolean }) {
  const t = useWords();
  const { document } = view;
  const { number, places = [] } = document;
  const name = documentName(document);
  return (
    <Page
      title={name}
      kicker={t("register.kicker")}
      lead={document.title === name ? undefined : document.title}
      crumbs={[{ label: t("library.documentsTitle"), href: documentsPath() }]}
      actions={
        <>
          {mayWrite ? (
            <Button href={editDocumentPath(number)} icon="edit">
              {t("register.edit")}
            </Button>
          ) : null}
          {mayWrite ? (
            <Button href={lawChangePath(number)} kind="secondary" icon="scales">
              {t("register.lawChange")}
            </Button>
          ) : null}
          <Button href={documentCoveragePath(number)} kind="secondary">
            {t("register.coverage")}
          </Button>
          {mayWrite ? (
            <Button href={documentFilePath(number)} kind="quiet" icon="download">
              {t("register.download")}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="stack-lg">
        {view.changedInBrowser ? (
          <Notice kind="info" title={t("register.leads")}>
            {t("register.leadsText", { file: documentFileName(number) })}
          </Notice>
        ) : null}
        <DescriptionList
          facts={[
            { term: t("library.documentStatus"), detail: <Status view={view} /> },
            { term: t("register.issuer"), detail: document.issuer },
            { term: t("register.issuedOn"), detail: document.issuedOn && formatDay(document.issuedOn) },
            { term: t("register.effectiveOn"), detail: document.effectiveOn && formatDay(document.effectiveOn) },
            { term: t("register.expiredOn"), detail: document.expiredOn && formatDay(document.expiredOn) },
            {
              term: t("register.replacedBy"),
              detail: view.successors.length > 0 ? <Chain documents={view.successors} /> : null,
            },
            {
              term: t("register.replaced"),
              detail: view.predecessors.length > 0 ? <Chain documents={view.predecessors} /> : null,
            },
            { term: t("register.note"), detail: document.note },
            {
              term: t("register.source"),
              detail: document.source && (
                <a href={document.source} rel="external noopener noreferrer">
                  {new URL(document.source).hostname}
                </a>
              ),
            },
            { term: t("register.places"), detail: places.map(placeLine).join("; ") },
          ]}
        />
        <DocumentCiters view={view} />
        <DocumentHistory history={view.history} />
      </div>
    </Page>
  );
}

function Status({ view }: { view: DocumentView }) {
  const t = useWords();
  const { document } = view;
  return (
    <span className="flex flex-wrap items-center gap-3">
      <DocumentStatusTag document={document} />
      {view.notYetInForce ? <StatusTag tone="warning">{t("register.notYet")}</StatusTag> : null}
      {document.expiredOn && document.status !== "expired" ? (
        <span>{t("register.expiresLater", { date: formatDay(document.expiredOn) })}</span>
      ) : null}
    </span>
  );
}

/** One document after the other, as each replaced the one before. */
function Chain({ documents }: { documents: DocumentView["successors"] }) {
  return (
    <ol className="list-none">
      {documents.map((document) => (
        <li key={document.number} className="flex flex-wrap items-center gap-3">
          <a href={documentPath(document.number)}>{documentName(document)}</a>
          <DocumentStatusTag document={document} />
        </li>
      ))}
    </ol>
  );
}
