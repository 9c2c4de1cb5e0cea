import type { OperationToRead } from "~/domain/integrations/api-document";
import { API_SCOPES } from "~/domain/integrations/api-token";
import { openApiPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { Disclosure } from "~/ui/kit/disclosure";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";

const PROBLEMS = ["token", "scope", "parameter", "not-found", "too-many-requests", "fault"] as const;

export interface ApiDocsPageProps {
  title: string;
  origin: string;
  operations: OperationToRead[];
  /** A webhook as it is sent. */
  example: string;
}

/** How other software connects, for those who write it. */
export function ApiDocsPage({ title, origin, operations, example }: ApiDocsPageProps) {
  const t = useWords();
  return (
    <Page title={title} lead={t("api.docsLead")}>
      <p>
        <a href={openApiPath()}>{t("api.docsMachine")}</a> (<code>{openApiPath()}</code>)
      </p>
      <section className="prose">
        <h2>{t("api.docsToken")}</h2>
        <p>{t("api.docsTokenText")}</p>
        <pre className="overflow-x-auto text-sm" tabIndex={0}>
          <code>{`GET ${origin}/api/v1/evaluation-periods\nAuthorization: Bearer cmk_…`}</code>
        </pre>
        <h3>{t("api.docsScopes")}</h3>
        <ul>
          {API_SCOPES.map((scope) => (
            <li key={scope}>
              <code>{scope}</code>: {t(`integrations.scope_${scope}`)}
            </li>
          ))}
        </ul>
        <h2>{t("api.docsChanges")}</h2>
        <p>{t("api.docsChangesText")}</p>
        <h2>{t("api.docsAmended")}</h2>
        <p>{t("api.docsAmendedText")}</p>
        <h2>{t("api.docsEtag")}</h2>
        <p>{t("api.docsEtagText")}</p>
      </section>
      <section className="stack">
        <SectionHeading>{t("api.docsAddresses")}</SectionHeading>
        {operations.map((operation) => (
          <OperationCard key={operation.path} operation={operation} />
        ))}
      </section>
      <section className="prose">
        <h2>{t("api.docsHooks")}</h2>
        <p>{t("api.docsHooksText")}</p>
        <h3>{t("api.docsExample")}</h3>
        <pre className="overflow-x-auto text-sm" tabIndex={0}>
          <code>{example}</code>
        </pre>
        <h2>{t("api.docsProblems")}</h2>
        <p>{t("api.docsProblemsText")}</p>
        <ul>
          {PROBLEMS.map((kind) => (
            <li key={kind} id={kind}>
              {t(`api.docsProblem_${kind}`)}
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

function OperationCard({ operation }: { operation: OperationToRead }) {
  const t = useWords();
  const { path, summary, description, scope, parameters, fields } = operation;
  return (
    <section className="card stack" aria-labelledby={operation.id}>
      <h3 id={operation.id} className="card-title">
        {summary}
      </h3>
      <p>
        <code className="break-all">GET {path}</code>
      </p>
      <p className="max-w-reading">{description}</p>
      <p className="hint">
        {scope === null ? (
          t("api.docsOpen")
        ) : (
          <>
            {t("api.docsNeeds")} <code>{scope}</code>
          </>
        )}
      </p>
      {parameters.length === 0 ? null : (
        <dl className="text-sm">
          {parameters.map(({ name, description: meaning }) => (
            <div key={name} className="grid gap-x-4 py-1 sm:grid-cols-[8rem_1fr]">
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
      {fields.length === 0 ? null : (
        <Disclosure summary={t("api.docsFields")}>
          <DataTable
            caption={`${t("api.docsFields")}: ${path}`}
            hideCaption
            rows={fields}
            rowKey={({ name }) => name}
            columns={[
              {
                key: "name",
                header: t("api.docsField"),
                rowHeader: true,
                cell: ({ name }) => <code className="break-all">{name}</code>,
              },
              { key: "kind", header: t("api.docsKind"), cell: ({ kind }) => <code className="break-all">{kind}</code> },
              { key: "meaning", header: t("api.docsMeaning"), cell: ({ description: meaning }) => meaning },
            ]}
          />
        </Disclosure>
      )}
    </section>
  );
}
