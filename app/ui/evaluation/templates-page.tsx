import type { EvaluationTemplate } from "~/domain/evaluation/template";
import { formatDate } from "~/domain/time";
import { evaluationPath, evaluationTemplatePath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Card } from "~/ui/kit/card";
import { categoryWord } from "~/ui/words/staff-words";
import { useWords } from "~/ui/words/use-words";

/** The criteria of each staff category, and who wrote them. */
export function TemplatesPage({
  unit,
  asked,
  templates,
}: {
  unit: { code: string; name: string };
  /** The unit that the address named. */
  asked: string | null;
  templates: readonly EvaluationTemplate[];
}) {
  const t = useWords();
  return (
    <Page
      width="reading"
      title={t("evaluation.templatesTitle")}
      kicker={unit.name}
      lead={t("evaluation.templatesLead")}
      crumbs={[{ label: t("evaluation.title"), href: evaluationPath() }]}
    >
      <div className="card-list">
        {templates.map((template) => (
          <Card
            key={template.staffCategory}
            level={2}
            title={categoryWord(t, template.staffCategory)}
            actions={
              <Button
                kind="secondary"
                icon="edit"
                href={evaluationTemplatePath(template.staffCategory, asked ?? undefined)}
              >
                {t("evaluation.templateEdit")}
              </Button>
            }
          >
            {template.criteria.length === 0 ? (
              <p className="muted">{t("evaluation.templateNone")}</p>
            ) : (
              <>
                <p>
                  <strong>{template.title}</strong>
                  {template.legalBasis ? ` · ${template.legalBasis}` : null}
                </p>
                <ul className="list-disc pl-6">
                  {template.criteria.map(({ code, name }) => (
                    <li key={code}>
                      <span className="tabular font-semibold">{code}</span> {name}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {template.unit && template.writtenAt ? (
              <p className="muted text-sm">
                {t("evaluation.templateWritten", {
                  unit: template.unit.name,
                  name: template.writtenByName ?? "",
                  day: formatDate(template.writtenAt),
                })}
              </p>
            ) : template.criteria.length > 0 ? (
              <p className="muted text-sm">{t("evaluation.templateBrought")}</p>
            ) : null}
          </Card>
        ))}
      </div>
    </Page>
  );
}
