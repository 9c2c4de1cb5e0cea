import { useRef, useState } from "react";
import type { EditorMedia } from "~/domain/courses/drafts/lesson-editor";
import { type MediaKind, MEDIA_KINDS } from "~/domain/courses/media/media-kind";
import { draftUploadPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

export interface AddedMedium extends EditorMedia {
  alt: string;
}

interface FieldFault {
  field: string;
  message: string;
}

/** Puts a file among the media of the draft without leaving the dialog that needs it; it stands inside that dialog's form. */
export function UploadMedium({
  slug,
  kind,
  onAdded,
}: {
  slug: string;
  kind: MediaKind;
  onAdded: (medium: AddedMedium) => void;
}) {
  const t = useWords();
  const group = useRef<HTMLFieldSetElement>(null);
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const [sending, setSending] = useState(false);
  const sound = kind === "video" || kind === "audio";
  const endings = MEDIA_KINDS.find((rule) => rule.kind === kind)!.endings;
  const errorsOf = (field: string) => {
    const own = faults.filter((fault) => fault.field === field || (field === "file" && !FIELDS.includes(fault.field)));
    return own.length > 0 ? own.map(({ message }) => message) : undefined;
  };

  async function send() {
    const body = new FormData();
    for (const input of group.current!.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-field]")) {
      const field = input.dataset["field"]!;
      const file = input instanceof HTMLInputElement && input.type === "file" ? input.files?.[0] : null;
      if (file) body.set(field, file);
      else if (input.type !== "file") body.set(field, input.value);
    }
    if (!body.has("file")) return setFaults([{ field: "file", message: t("editor.uploadMissing") }]);
    setSending(true);
    const answer = await fetch(draftUploadPath(slug), {
      method: "POST",
      body,
    }).catch(() => null);
    const json = (await answer?.json().catch(() => null)) as (AddedMedium & { errors?: FieldFault[] }) | null;
    setSending(false);
    if (!json) return setFaults([{ field: "file", message: t("editor.uploadLost") }]);
    if (json.errors) return setFaults(json.errors);
    setFaults([]);
    onAdded(json);
  }

  return (
    <details className="upload-medium">
      <summary>{t("editor.upload")}</summary>
      <fieldset ref={group} aria-busy={sending}>
        <legend className="visually-hidden">{t("editor.upload")}</legend>
        <TextField
          id="upload-file"
          name="upload-file"
          data-field="file"
          type="file"
          accept={endings.map((ending) => `.${ending}`).join(",")}
          label={t("editor.uploadFile")}
          errors={errorsOf("file")}
        />
        {kind === "image" ? (
          <TextField
            id="upload-alt"
            name="upload-alt"
            data-field="alt"
            label={t("editor.uploadAlternative")}
            hint={t("editor.alternativeHint")}
            maxLength={500}
            errors={errorsOf("alt")}
          />
        ) : null}
        {sound ? (
          <>
            <TextField
              id="upload-captions"
              name="upload-captions"
              data-field="captions"
              type="file"
              accept=".vtt"
              label={t("editor.uploadCaptions")}
              errors={errorsOf("captions")}
            />
            <TextArea
              id="upload-transcript"
              name="upload-transcript"
              data-field="transcript"
              label={t("editor.uploadTranscript")}
              rows={3}
              errors={errorsOf("transcript")}
            />
          </>
        ) : null}
        <p className="buttons">
          <Button type="button" kind="secondary" disabled={sending} onClick={() => void send()}>
            {t(sending ? "editor.uploading" : "editor.uploadSend")}
          </Button>
        </p>
      </fieldset>
    </details>
  );
}

const FIELDS = ["alt", "captions", "transcript"];
