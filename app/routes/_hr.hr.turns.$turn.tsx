import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { inScope, scopeOf } from "~/domain/auth/permissions";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { correctionPath, decisionPath, personPath, recognitionPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { CorrectionLinks } from "~/ui/record/correction-links";
import { TurnExplanationView } from "~/ui/record/turn-explanation";
import { useWords } from "~/ui/words/use-words";
import { explainPersonTurn } from "~/use-cases/hr/explain-person-turn";

export const handle: PageHandle = { section: "staff" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.view");
  const enrolmentId = args.params["turn"] ?? "";
  const { turn, explanation } = await explainPersonTurn({ enrolmentId, scope, looking: viewer, now: args.context.now });
  const title = wordsFor(args)(explanation.standing.status === "completed" ? "record.why" : "record.whyNot");
  const { officialId, fullName, staffNumber, unitName, unitPath } = turn;
  return {
    title,
    explanation,
    person: { officialId, fullName, staffNumber, unitName },
    corrects: viewer.official?.id !== officialId && inScope(unitPath, scopeOf(viewer, "record.correct")),
  };
}

export default function PersonTurn() {
  const t = useWords();
  const { title, explanation, person, corrects } = useLoaderData<typeof loader>();
  const { officialId, fullName, staffNumber, unitName } = person;
  const { enrolmentId, courseSlug: course, cycle } = explanation;
  return (
    <Page
      title={title}
      kicker={t("record.whyOf", { course: explanation.title, cycle })}
      lead={`${fullName} (${staffNumber}), ${unitName}`}
      crumbs={[{ label: fullName, href: personPath(officialId) }]}
    >
      <TurnExplanationView explanation={explanation} links={false} decisionHref={decisionPath} />
      {corrects ? (
        <CorrectionLinks
          revisions={explanation.revisions}
          hrefOf={(kind) => correctionPath(enrolmentId, kind)}
          recogniseHref={recognitionPath(officialId, { course, cycle })}
        />
      ) : null}
    </Page>
  );
}
