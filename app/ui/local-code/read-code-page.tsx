import { codeSections, compareCodes } from "~/domain/documents/local-code/code-text";
import type { CodePage } from "~/domain/documents/local-code/local-code";
import { formatDate, formatDay } from "~/domain/time";
import { learningPath, readCodePath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";
import { CodeParts } from "./code-parts";

/** A code of conduct as the people of the unit read it, with its versions and the button that says it was read. */
export function ReadCodePage({ page }: { page: CodePage }) {
  const t = useWords();
  const { code, version, latest, against } = page;
  return (
    <Page
      width={against ? "wide" : "reading"}
      title={version.title}
      kicker={code.unitName}
      lead={t("localCode.decision", { number: version.decisionNumber, date: formatDay(version.decidedOn) })}
      crumbs={[{ label: t("frame.learning"), href: learningPath() }]}
    >
      <div className="stack-lg">
        {version.number < latest ? (
          <Notice kind="warning">
            {t("localCode.older", { number: String(latest) })}{" "}
            <a href={readCodePath(code.id)}>{t("localCode.toLatest")}</a>
          </Notice>
        ) : null}
        {against ? <Compared page={page} against={against} /> : <Whole text={version.text} />}
        {version.number === latest && !against ? <Confirm page={page} /> : null}
        <Versions page={page} />
        {page.others.length > 0 ? (
          <section>
            <SectionHeading>{t("localCode.others")}</SectionHeading>
            <ul className="list-disc pl-6">
              {page.others.map(({ id, unitName, title }) => (
                <li key={id}>
                  <a href={readCodePath(id)}>{title}</a>, {unitName}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Page>
  );
}

function Whole({ text }: { text: string }) {
  return (
    <div className="lesson-prose">
      {codeSections(text).map(({ title, parts }) => (
        <section key={title}>
          <h2>{title}</h2>
          <CodeParts parts={parts} />
        </section>
      ))}
    </div>
  );
}

function Confirm({ page: { code, version, acknowledgedAt } }: { page: CodePage }) {
  const t = useWords();
  if (acknowledgedAt) {
    return <Notice kind="success">{t("localCode.confirmedOn", { date: formatDate(acknowledgedAt) })}</Notice>;
  }
  return (
    <form method="post" action={readCodePath(code.id)} className="no-print">
      <p className="hint">{t("localCode.confirmLead")}</p>
      <Button type="submit" name="version" value={version.number} icon="check">
        {t("localCode.confirm")}
      </Button>
    </form>
  );
}

const KINDS = {
  same: { word: "localCode.same", tone: "neutral" },
  changed: { word: "localCode.changed", tone: "warning" },
  added: { word: "localCode.addedSection", tone: "info" },
  removed: { word: "localCode.removedSection", tone: "danger" },
} as const;

function Compared({ page: { version }, against }: { page: CodePage; against: NonNullable<CodePage["against"]> }) {
  const t = useWords();
  const [from, to] = [against.number, version.number].map(String) as [string, string];
  return (
    <section className="stack">
      <SectionHeading>{t("localCode.comparing", { from, to })}</SectionHeading>
      {compareCodes(against.text, version.text).map(({ title, kind, before, after }) => (
        <article key={`${kind} ${title}`} className="stack">
          <h3 className="flex flex-wrap items-center gap-3">
            {title} <StatusTag tone={KINDS[kind].tone}>{t(KINDS[kind].word)}</StatusTag>
          </h3>
          {kind === "same" ? null : (
            <div className="code-compare">
              <div>
                <p className="kicker">{t("localCode.versionNumber", { number: from })}</p>
                <CodeParts parts={before} />
              </div>
              <div>
                <p className="kicker">{t("localCode.versionNumber", { number: to })}</p>
                <CodeParts parts={after} />
              </div>
            </div>
          )}
        </article>
      ))}
    </section>
  );
}

function Versions({ page: { code, version, versions, against } }: { page: CodePage }) {
  const t = useWords();
  if (versions.length < 2) return null;
  return (
    <section className="no-print">
      <SectionHeading>{t("localCode.otherVersions")}</SectionHeading>
      <ul className="list-disc pl-6">
        {versions.map(({ number, decisionNumber, decidedOn }) => (
          <li key={number}>
            <a href={readCodePath(code.id, { version: number })} aria-current={number === version.number || undefined}>
              {t("localCode.versionNumber", { number: String(number) })}
            </a>
            {", "}
            {t("localCode.decision", { number: decisionNumber, date: formatDay(decidedOn) }).toLowerCase()}
            {number === version.number ? null : (
              <>
                {" · "}
                <a href={readCodePath(code.id, { version: version.number, against: number })}>
                  {t("localCode.compareWith", { number: String(number) })}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {against ? (
        <p>
          <a href={readCodePath(code.id, { version: version.number })}>{t("localCode.stopComparing")}</a>
        </p>
      ) : null}
    </section>
  );
}
