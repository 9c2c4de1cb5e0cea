import type { DeliveryPage, EndpointRow, TellingAgain, TryRow } from "~/domain/integrations/webhook";
import { formatDate, formatDateTime, formatDay } from "~/domain/time";
import { endpointPath, integrationsPath, jobPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { Deliveries } from "./deliveries";
import { EndpointState } from "./endpoint-state";
import { ShownOnce } from "./shown-once";

export interface EndpointAnswer {
  secret?: string;
  sinceError?: { typed: string; message: string };
}

export interface EndpointPageProps {
  endpoint: EndpointRow;
  page: DeliveryPage;
  tellingAgain: TellingAgain | null;
  opened: { id: string; body: string; log: TryRow[] } | null;
  state: string | null;
  before: string | null;
  now: Date;
  answer: EndpointAnswer | undefined;
}

/** One address: what it is told, what came of it, and what can be done about it. */
export function EndpointPage(props: EndpointPageProps) {
  const t = useWords();
  const { endpoint, tellingAgain, now, answer } = props;
  const { id, name } = endpoint;
  const crumbs = [{ label: t("integrations.title"), href: integrationsPath() }];
  if (answer?.secret) {
    return (
      <Page title={name} crumbs={crumbs}>
        <ShownOnce
          title={t("integrations.secretOnce")}
          text={`${t("integrations.secretOnceText")} ${t("integrations.secretOld")}`}
          label={t("integrations.secretIs", { name })}
          value={answer.secret}
        >
          <Button href={endpointPath(id)}>{name}</Button>
        </ShownOnce>
      </Page>
    );
  }
  const resting = endpoint.restUntil !== null && endpoint.restUntil > now ? endpoint.restUntil : null;
  return (
    <Page title={name} kicker={t("integrations.hooks")} crumbs={crumbs}>
      <DescriptionList
        facts={[
          { term: t("integrations.factUrl"), detail: <code className="break-all">{endpoint.url}</code> },
          { term: t("integrations.factUnit"), detail: endpoint.unitName },
          {
            term: t("integrations.factEvents"),
            detail: endpoint.events.map((event) => t(`integrations.event_${event}`)).join("; "),
          },
          {
            term: t("integrations.factState"),
            detail: (
              <>
                <EndpointState endpoint={endpoint} now={now} />
                {resting ? ` ${t("integrations.factRest", { at: formatDateTime(resting) })}` : null}
              </>
            ),
          },
          {
            term: t("integrations.factCreated"),
            detail: `${endpoint.createdByName}, ${formatDate(endpoint.createdAt)}`,
          },
        ]}
      />
      <Actions endpoint={endpoint} />
      {tellingAgain ? <UnderWay tellingAgain={tellingAgain} /> : null}
      <SendSince endpointId={id} answer={answer} />
      <section className="stack">
        <SectionHeading id="deliveries">{t("integrations.deliveries")}</SectionHeading>
        <Deliveries {...props} />
      </section>
    </Page>
  );
}

function Actions({ endpoint: { id, name, pausedAt } }: { endpoint: EndpointRow }) {
  const t = useWords();
  return (
    <div className="buttons no-print mt-6">
      <form method="post" action={endpointPath(id)} className="buttons">
        <Button name="intent" value="try" kind="secondary">
          {t("integrations.tryIt")}
        </Button>
        <Button name="intent" value={pausedAt ? "resume" : "pause"} kind="secondary">
          {t(pausedAt ? "integrations.resume" : "integrations.pause")}
        </Button>
      </form>
      <ConfirmDetails
        label={t("integrations.newSecret")}
        question={t("integrations.newSecretQuestion", { name })}
        consequence={t("integrations.newSecretConsequence")}
        confirmLabel={t("integrations.newSecretDo")}
        action={endpointPath(id)}
        name="intent"
        value="new-secret"
      />
      <ConfirmDetails
        label={t("integrations.remove")}
        question={t("integrations.removeQuestion", { name })}
        consequence={t("integrations.removeConsequence")}
        confirmLabel={t("integrations.removeDo")}
        action={endpointPath(id)}
        name="intent"
        value="remove"
      />
    </div>
  );
}

function UnderWay({ tellingAgain: { since, askedBy, jobId } }: { tellingAgain: TellingAgain }) {
  const t = useWords();
  return (
    <div className="no-print mt-6">
      <Notice>
        <p>{t("integrations.againRunning", { day: formatDay(since), name: askedBy })}</p>
        {jobId ? <a href={jobPath(jobId)}>{t("integrations.againWatch")}</a> : null}
      </Notice>
    </div>
  );
}

function SendSince({ endpointId, answer }: { endpointId: string; answer: EndpointAnswer | undefined }) {
  const t = useWords();
  return (
    <form method="post" action={endpointPath(endpointId)} className="form no-print mt-6" noValidate>
      <TextField
        id="since"
        name="since"
        label={t("integrations.sendSince")}
        hint={t("integrations.sendSinceHint")}
        defaultValue={answer?.sinceError?.typed}
        errors={answer?.sinceError && [answer.sinceError.message]}
        inputMode="numeric"
        size="short"
      />
      <div className="buttons">
        <Button kind="secondary" name="intent" value="send-since">
          {t("integrations.sendSinceDo")}
        </Button>
      </div>
    </form>
  );
}
