import { type ApiTokenRow, tokenState } from "~/domain/integrations/api-token";
import type { EndpointRow } from "~/domain/integrations/webhook";
import { formatDate, formatDateTime } from "~/domain/time";
import { apiDocsPath, endpointPath, integrationsPath, newEndpointPath, newTokenPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { formatNumber } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { EndpointState } from "./endpoint-state";

const TONE = { valid: "success", expired: "neutral", revoked: "danger" } as const;

export interface IntegrationsPageProps {
  tokens: ApiTokenRow[];
  endpoints: EndpointRow[];
  now: Date;
}

/** Who reads from outside, and who is told. */
export function IntegrationsPage({ tokens, endpoints, now }: IntegrationsPageProps) {
  const t = useWords();
  return (
    <Page title={t("integrations.title")} lead={t("integrations.lead")}>
      <p>
        <a href={apiDocsPath()}>{t("integrations.docs")}</a>
      </p>
      <section className="stack">
        <SectionHeading
          lead={t("integrations.tokensLead")}
          actions={
            <Button href={newTokenPath()} icon="plus">
              {t("integrations.newToken")}
            </Button>
          }
        >
          {t("integrations.tokens")}
        </SectionHeading>
        <DataTable
          caption={t("integrations.tokensCaption")}
          hideCaption
          columns={tokenColumns(t, now)}
          rows={tokens}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="lock" title={t("integrations.noTokens")}>
              {t("integrations.noTokensText")}
            </EmptyState>
          }
        />
      </section>
      <section className="stack">
        <SectionHeading
          lead={t("integrations.hooksLead")}
          actions={
            <Button href={newEndpointPath()} icon="plus">
              {t("integrations.newHook")}
            </Button>
          }
        >
          {t("integrations.hooks")}
        </SectionHeading>
        <DataTable
          caption={t("integrations.hooksCaption")}
          hideCaption
          columns={endpointColumns(t, now)}
          rows={endpoints}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="external" title={t("integrations.noHooks")}>
              {t("integrations.noHooksText")}
            </EmptyState>
          }
        />
      </section>
    </Page>
  );
}

function tokenColumns(t: Translate, now: Date): Column<ApiTokenRow>[] {
  return [
    {
      key: "name",
      header: t("integrations.columnName"),
      rowHeader: true,
      cell: (row) => (
        <>
          {row.name}
          <span className="hint">{t("integrations.begins", { hint: row.hint })}</span>
          <span className="hint">
            {t("integrations.issuedBy", { day: formatDate(row.createdAt), name: row.createdByName })}
          </span>
        </>
      ),
    },
    {
      key: "scopes",
      header: t("integrations.columnScopes"),
      cell: (row) => row.scopes.map((scope) => t(`integrations.scope_${scope}`)).join("; "),
    },
    { key: "unit", header: t("integrations.columnUnit"), cell: (row) => row.unitName },
    {
      key: "expires",
      header: t("integrations.columnExpires"),
      // The first instant that it no longer holds is the beginning of the next day.
      cell: (row) => <span className="tabular">{formatDate(new Date(row.expiresAt.getTime() - 1))}</span>,
    },
    {
      key: "used",
      header: t("integrations.columnUsed"),
      cell: (row) =>
        row.lastUsedAt ? (
          <span className="tabular">
            {formatDateTime(row.lastUsedAt)}
            {row.lastUsedIp ? <span className="hint">{row.lastUsedIp}</span> : null}
          </span>
        ) : (
          t("integrations.neverUsed")
        ),
    },
    {
      key: "state",
      header: t("integrations.columnState"),
      cell: (row) => {
        const state = tokenState(row, now);
        return (
          <>
            <StatusTag tone={TONE[state]}>{t(`integrations.state_${state}`)}</StatusTag>
            {row.revokedAt ? (
              <span className="hint">
                {t("integrations.revokedBy", { day: formatDate(row.revokedAt), name: row.revokedByName ?? "" })}
              </span>
            ) : null}
            {state === "valid" ? <Revoke row={row} /> : null}
          </>
        );
      },
    },
  ];
}

function Revoke({ row }: { row: ApiTokenRow }) {
  const t = useWords();
  return (
    <ConfirmDetails
      label={t("integrations.revoke")}
      question={t("integrations.revokeQuestion", { name: row.name })}
      consequence={t("integrations.revokeConsequence")}
      confirmLabel={t("integrations.revokeDo")}
      action={integrationsPath()}
      name="revoke"
      value={row.id}
    />
  );
}

function endpointColumns(t: Translate, now: Date): Column<EndpointRow>[] {
  return [
    {
      key: "name",
      header: t("integrations.columnName"),
      rowHeader: true,
      cell: (row) => (
        <>
          <a href={endpointPath(row.id)}>{row.name}</a>
          <span className="hint break-all">{row.url}</span>
        </>
      ),
    },
    { key: "unit", header: t("integrations.columnUnit"), cell: (row) => row.unitName },
    {
      key: "state",
      header: t("integrations.columnState"),
      cell: (row) => <EndpointState endpoint={row} now={now} />,
    },
    {
      key: "waiting",
      header: t("integrations.columnWaiting"),
      numeric: true,
      cell: (row) => formatNumber(row.waiting, { language: t.language }),
    },
    {
      key: "givenUp",
      header: t("integrations.columnGivenUp"),
      numeric: true,
      cell: (row) =>
        row.givenUp === 0 ? (
          "0"
        ) : (
          <a href={endpointPath(row.id, { state: "given-up" })}>
            {formatNumber(row.givenUp, { language: t.language })}
          </a>
        ),
    },
    {
      key: "last",
      header: t("integrations.columnLast"),
      cell: (row) =>
        row.lastDeliveredAt ? (
          <span className="tabular">{formatDateTime(row.lastDeliveredAt)}</span>
        ) : (
          t("integrations.neverSent")
        ),
    },
  ];
}
