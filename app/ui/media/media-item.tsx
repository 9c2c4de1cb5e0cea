import type { DraftMedium, MediaUse } from "~/domain/courses/media/draft-media";
import { draftLessonPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { Disclosure } from "~/ui/kit/disclosure";
import { PostForm } from "~/ui/kit/post-form";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { formatBytes } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

const KIND = {
  image: "media.kindImage",
  video: "media.kindVideo",
  audio: "media.kindAudio",
  captions: "media.kindCaptions",
  pdf: "media.kindPdf",
} as const;

/** One medium: what it looks like, what is known of it, and what can be done with it. */
export function MediaItem({ slug, medium, open }: { slug: string; medium: DraftMedium; open: boolean }) {
  const t = useWords();
  const { name, kind, size, width, height, alt, transcript, captions, usedIn } = medium;
  const facts = [
    t(KIND[kind]),
    formatBytes(size, { language: t.language }),
    width && height ? t("media.dimensions", { width: String(width), height: String(height) }) : null,
    transcript ? t("media.hasTranscript") : null,
    captions ? t("media.hasCaptions") : null,
  ].filter((fact) => fact !== null);
  return (
    <li className="media-item">
      <Thumbnail medium={medium} />
      <div>
        <h3>{name}</h3>
        <p className="muted tabular">{facts.join(" · ")}</p>
        {kind === "captions" ? null : <p>{alt ?? <em>{t("media.noDescription")}</em>}</p>}
        <p className="muted">
          {usedIn.length === 0 ? t("media.notUsed") : `${t("media.usedIn")}: `}
          {usedIn.map((use, index) => (
            <span key={use.path}>
              {index > 0 ? ", " : ""}
              <Use slug={slug} use={use} />
            </span>
          ))}
        </p>
        {open ? (
          <Disclosure summary={t("media.change")} name="media">
            <Forms medium={medium} />
          </Disclosure>
        ) : null}
      </div>
    </li>
  );
}

function Thumbnail({ medium: { kind, address, alt, name } }: { medium: DraftMedium }) {
  const t = useWords();
  return (
    <div className="media-thumb">
      {kind === "image" ? <img src={address} alt={alt ?? ""} loading="lazy" /> : null}
      {kind === "video" ? <video src={address} preload="metadata" muted aria-label={alt ?? name} /> : null}
      {kind === "image" || kind === "video" ? null : <a href={address}>{t(KIND[kind])}</a>}
    </div>
  );
}

function Use({ slug, use }: { slug: string; use: MediaUse }) {
  const lesson = /^lessons\/(.+)\.mdx$/.exec(use.path)?.[1];
  return lesson ? <a href={draftLessonPath(slug, lesson.replace(/^\d\d-/, ""))}>{use.title}</a> : <>{use.title}</>;
}

function Forms({ medium }: { medium: DraftMedium }) {
  const t = useWords();
  const { path, name, kind, alt, transcript, usedIn } = medium;
  const id = name.replace(/[^a-z0-9]+/g, "-");
  const which = <input type="hidden" name="path" value={path} />;
  return (
    <div className="media-forms">
      {kind === "captions" ? null : (
        <PostForm className="form">
          {which}
          <TextField
            id={`${id}-alt`}
            name="alt"
            label={t("media.alt")}
            defaultValue={alt ?? ""}
            maxLength={500}
            required
          />
          {kind === "audio" ? (
            <TextArea
              id={`${id}-said`}
              name="transcript"
              label={t("media.transcript")}
              defaultValue={transcript ?? ""}
              rows={6}
            />
          ) : null}
          <Button kind="secondary" name="intent" value="describe">
            {t("media.describe")}
          </Button>
        </PostForm>
      )}
      <PostForm className="form">
        {which}
        <TextField
          id={`${id}-name`}
          name="name"
          label={t("media.name")}
          hint={t("media.renameHint")}
          defaultValue={name}
          maxLength={80}
          required
        />
        <Button kind="secondary" name="intent" value="rename">
          {t("media.rename")}
        </Button>
      </PostForm>
      <PostForm encType="multipart/form-data" className="form">
        {which}
        <TextField
          id={`${id}-file`}
          name="file"
          type="file"
          label={t("media.replace")}
          hint={t("media.replaceHint")}
          required
        />
        <Button kind="secondary" name="intent" value="replace">
          {t("media.replace")}
        </Button>
      </PostForm>
      {usedIn.length > 0 ? (
        <p className="hint">{t("media.deleteUsed", { lessons: usedIn.map(({ title }) => `“${title}”`).join(", ") })}</p>
      ) : (
        <ConfirmDetails
          label={t("media.delete")}
          question={t("media.deleteQuestion", { name })}
          consequence={t("media.deleteConsequence")}
          confirmLabel={t("media.delete")}
          name="intent"
          value="delete"
        >
          {which}
        </ConfirmDetails>
      )}
    </div>
  );
}
