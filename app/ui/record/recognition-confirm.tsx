import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { PostForm } from "~/ui/kit/post-form";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { HiddenValues } from "./hidden-values";

/** What will be recorded, with the file of the decision to be added. */
export function RecognitionConfirm({
  course,
  values,
  fileErrors,
}: {
  course: string;
  values: Record<string, unknown>;
  fileErrors: string[] | undefined;
}) {
  const t = useWords();
  const typed = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? value : null;
  };
  return (
    <div className="flex flex-col gap-6">
      <DescriptionList
        facts={[
          { term: t("record.course"), detail: course },
          { term: t("record.cycle"), detail: typed("cycle") },
          { term: t("record.decisionNumber"), detail: typed("decisionNumber") },
          { term: t("record.decidedOn"), detail: typed("decidedOn") },
          { term: t("record.issuer"), detail: typed("issuer") },
          { term: t("record.learned"), detail: typed("learned") },
        ]}
      />
      <PostForm encType="multipart/form-data" noValidate className="form">
        <HiddenValues values={values} />
        <TextField
          id="file"
          name="file"
          type="file"
          accept=".pdf,.png,.jpg,.jpeg"
          label={t("record.fileLabel")}
          hint={t("record.fileHint")}
          errors={fileErrors}
        />
        <div className="buttons">
          <Button name="step" value="make">
            {t("record.make")}
          </Button>
          <Button kind="secondary" name="step" value="edit">
            {t("record.change")}
          </Button>
        </div>
      </PostForm>
    </div>
  );
}
