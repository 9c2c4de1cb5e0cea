import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { coursePath, myDecisionPath, recordPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { TurnExplanationView } from "~/ui/record/turn-explanation";
import { useWords } from "~/ui/words/use-words";
import { explainPersonTurn } from "~/use-cases/hr/explain-person-turn";

export const handle: PageHandle = { section: "record" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const { explanation, turn } = await explainPersonTurn({
    enrolmentId: args.params["turn"] ?? "",
    scope: [official.unitPath],
    officialId: official.id,
    now: args.context.now,
  });
  const title = wordsFor(args)(explanation.standing.status === "completed" ? "record.why" : "record.whyNot");
  return { title, explanation, fullName: turn.fullName };
}

export default function MyTurn() {
  const t = useWords();
  const { title, explanation, fullName } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      kicker={t("record.whyOf", { course: explanation.title, cycle: explanation.cycle })}
      lead={fullName}
      crumbs={[
        { label: t("record.backToRecord"), href: recordPath() },
        { label: explanation.title, href: coursePath(explanation.courseSlug) },
      ]}
    >
      <TurnExplanationView explanation={explanation} links decisionHref={myDecisionPath} />
    </Page>
  );
}
