import { isRouteErrorResponse } from "@remix-run/react";
import { homePath } from "~/paths";
import { Button } from "~/ui/kit/button";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { useAnswerFacts } from "./answer-context";
import { Page } from "./page";

const KINDS = { 400: "badRequest", 403: "forbidden", 404: "notFound", 405: "badRequest", 409: "conflict" } as const;

type Kind = (typeof KINDS)[keyof typeof KINDS] | "fault";

function kindOf(error: unknown): Kind {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return status in KINDS ? KINDS[status as keyof typeof KINDS] : "fault";
}

export function errorTitle(t: Translate, error: unknown): string {
  return `${t(`errors.${kindOf(error)}Title`)} – ${t("frame.siteName")}`;
}

/** One calm page for everything that did not work. What belongs to somebody else is "not found" like what is not there. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useWords();
  const { requestId } = useAnswerFacts();
  const kind = kindOf(error);
  return (
    <Page title={t(`errors.${kind}Title`)} lead={t(`errors.${kind}Text`)} width="reading">
      {kind === "fault" && requestId ? (
        <p>
          {`${t("errors.faultNumber")}: `}
          <code className="error-number">{requestId}</code>
          <br />
          <span className="hint">{t("errors.faultNumberHint")}</span>
        </p>
      ) : null}
      <p className="buttons">
        <Button href={homePath()}>{t("errors.goHome")}</Button>
      </p>
    </Page>
  );
}
