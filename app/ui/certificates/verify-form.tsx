import type { MalformedSerial } from "~/domain/certificates/verification";
import { verifyStartPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

export interface VerifyFormProps {
  typed?: string;
  problem?: MalformedSerial["because"] | null;
}

/** One field and one button; asks with GET, so that an answer has an address of its own. */
export function VerifyForm({ typed, problem }: VerifyFormProps) {
  const t = useWords();
  return (
    <form className="form no-print" method="get" action={verifyStartPath()} role="search">
      <TextField
        id="serial"
        name="serial"
        label={t("verify.label")}
        hint={t("verify.hint")}
        size="medium"
        defaultValue={typed}
        errors={problem ? [t(`verify.problem_${problem}`)] : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={200}
      />
      <Button icon="search">{t("verify.submit")}</Button>
    </form>
  );
}
