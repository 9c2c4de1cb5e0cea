import type { DeliveryRow, TryRow } from "~/domain/integrations/webhook";
import { formatDateTime } from "~/domain/time";
import { endpointPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Pagination } from "~/ui/kit/pagination";
import { StatusTag } from "~/ui/kit/status-tag";
import { Tabs } from "~/ui/kit/tabs";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import type { EndpointPageProps } from "./endpoint-page";

const TONE = { waiting: "info", delivered: "success", "given-up": "danger" } as const;
const STATES = ["waiting", "given-up", "delivered"] as const;

/** The log of an address: each message, whether it arrived, and why not. */
export function Deliveries({ endpoint, page, opened, state, before }: EndpointPageProps) {
  const t = useWords();
  const { id } = endpoint;
  return (
    <>
      <Tabs
        label={t("integrations.deliveries")}
        tabs={[
          { label: t("integrations.filterAll"), href: endpointPath(id), current: state === null },
          ...STATES.map((one) => ({
            label: t(`integrations.delivery_${one}`),
            href: endpointPath(id, { state: one }),
            current: state === one,
          })),
        ]}
      />
      {opened ? <Opened opened={opened} /> : null}
      <DataTable
        caption={t("integrations.deliveriesCaption")}
        hideCaption
        columns={columnsOf(t, id, state)}
        rows={page.deliveries}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="external" title={t("integrations.noDeliveries")}>
            {t("integrations.noDeliveriesText")}
          </EmptyState>
        }
      />
      <Pagination
        previousIsStart
        previousHref={before ? endpointPath(id, { state: state ?? undefined }) : null}
        nextHref={page.next ? endpointPath(id, { state: state ?? undefined, before: page.next }) : null}
      />
    </>
  );
}

function Opened({ opened }: { opened: NonNullable<EndpointPageProps["opened"]> }) {
  const t = useWords();
  return (
    <section className="card card-strong" id="opened" aria-labelledby="opened-title">
      <h3 id="opened-title" className="card-title break-all">
        {t("integrations.openedTitle", { id: opened.id })}
      </h3>
      <pre className="overflow-x-auto text-sm whitespace-pre-wrap">
        <code className="break-all">{JSON.stringify(JSON.parse(opened.body), null, 2)}</code>
      </pre>
      <h4>{t("integrations.openedTries")}</h4>
      {opened.log.length === 0 ? (
        <p>{t("integrations.noTries")}</p>
      ) : (
        <ol className="tabular">
          {opened.log.map((one) => (
            <li key={one.at.toISOString()}>
              {t("integrations.tryLine", {
                at: formatDateTime(one.at),
                result: resultOf(t, one),
                milliseconds: one.milliseconds,
              })}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function resultOf(t: Translate, { status, fault }: Pick<TryRow, "status" | "fault">): string {
  return t(`integrations.fault_${fault ?? "none"}`, { status: String(status ?? "") });
}

function columnsOf(t: Translate, endpointId: string, state: string | null): Column<DeliveryRow>[] {
  return [
    {
      key: "event",
      header: t("integrations.columnEvent"),
      rowHeader: true,
      cell: (row) => t(`integrations.event_${row.event}` as "integrations.event_webhook.trial"),
    },
    {
      key: "when",
      header: t("integrations.columnWhen"),
      cell: (row) => <span className="tabular">{formatDateTime(row.occurredAt)}</span>,
    },
    {
      key: "result",
      header: t("integrations.columnResult"),
      cell: (row) => (
        <>
          <StatusTag tone={TONE[row.state]}>{t(`integrations.delivery_${row.state}`)}</StatusTag>
          {row.lastFault && row.state !== "delivered" ? (
            <span className="hint">{resultOf(t, { status: row.lastStatus, fault: row.lastFault })}</span>
          ) : null}
          <span className="hint tabular">
            {row.state === "waiting"
              ? t("integrations.nextTry", { at: formatDateTime(row.nextTryAt) })
              : row.settledAt
                ? t("integrations.sentAt", { at: formatDateTime(row.settledAt) })
                : null}
          </span>
        </>
      ),
    },
    { key: "tries", header: t("integrations.columnTries"), numeric: true, cell: (row) => row.tries },
    {
      key: "do",
      header: t("integrations.open"),
      cell: (row) => (
        <span className="buttons no-print">
          <a href={`${endpointPath(endpointId, { state: state ?? undefined, delivery: row.id })}#opened`}>
            {t("integrations.open")}
          </a>
          {row.state === "waiting" ? null : (
            <form method="post" action={endpointPath(endpointId)}>
              <input type="hidden" name="intent" value="send-again" />
              <Button kind="quiet" name="delivery" value={row.id}>
                {t("integrations.sendAgain")}
              </Button>
            </form>
          )}
        </span>
      ),
    },
  ];
}
