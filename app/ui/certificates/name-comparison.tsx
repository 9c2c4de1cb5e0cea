import { type FormEvent, useState } from "react";
import { type CredentialFacts, isNamed } from "~/domain/certificates/credential/check-credential";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

/** A credential holds a hash of the name: whoever knows the name can compare it, in the browser. */
export function NameComparison({ facts }: { facts: CredentialFacts }) {
  const t = useWords();
  const [same, setSame] = useState<boolean | null>(null);

  async function compare(submitted: FormEvent<HTMLFormElement>) {
    submitted.preventDefault();
    const name = new FormData(submitted.currentTarget).get("fullName");
    setSame(await isNamed(typeof name === "string" ? name : "", facts));
  }

  return (
    <form className="form mt-6" onSubmit={(submitted) => void compare(submitted)}>
      <TextField
        id="full-name"
        name="fullName"
        label={t("fileCheck.name")}
        hint={t("fileCheck.nameHint")}
        autoComplete="off"
        required
      />
      <div className="buttons">
        <Button kind="secondary">{t("fileCheck.compare")}</Button>
      </div>
      <div aria-live="polite">
        {same === null ? null : (
          <Notice kind={same ? "success" : "danger"}>{t(same ? "fileCheck.nameSame" : "fileCheck.nameDiffers")}</Notice>
        )}
      </div>
    </form>
  );
}
