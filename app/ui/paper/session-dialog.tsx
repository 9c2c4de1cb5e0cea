import { type FormEvent, useEffect, useRef, useState } from "react";
import { signInPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { useWords } from "~/ui/words/use-words";

/** Signs in again without leaving the paper, when the session has run out under it. */
export function SessionDialog({
  open,
  onSignedIn,
  text,
}: {
  open: boolean;
  onSignedIn: () => void;
  /** What is safe meanwhile, when it is not the answers of a paper. */
  text?: string;
}) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [refusal, setRefusal] = useState<"wrong" | "wait" | null>(null);

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const body = new FormData(event.currentTarget);
    try {
      const response = await fetch(signInPath(), { method: "POST", body, redirect: "manual" });
      if (response.type === "opaqueredirect") {
        setRefusal(null);
        onSignedIn();
      } else setRefusal(response.status === 429 ? "wait" : "wrong");
    } catch {
      setRefusal("wait");
    }
  }

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="session-title"
      onCancel={(event) => event.preventDefault()}
    >
      <form method="post" action={signInPath()} onSubmit={(event) => void signIn(event)}>
        <h2 id="session-title">{t("paper.sessionTitle")}</h2>
        <p>{text ?? t("paper.sessionText")}</p>
        {refusal ? (
          <p className="field-error" role="alert">
            {t(refusal === "wait" ? "paper.sessionWait" : "paper.sessionWrong")}
          </p>
        ) : null}
        <div className="field">
          <label htmlFor="session-identifier">{t("paper.identifier")}</label>
          <input
            id="session-identifier"
            className="input input-full"
            name="identifier"
            autoComplete="username"
            required
          />
        </div>
        <div className="field">
          <label htmlFor="session-password">{t("paper.password")}</label>
          <input
            id="session-password"
            className="input input-full"
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
        </div>
        <Button type="submit">{t("paper.signIn")}</Button>
      </form>
    </dialog>
  );
}
