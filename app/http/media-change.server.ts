import type { Actor } from "~/domain/audit/audit-event";
import { badRequest } from "~/domain/problem";
import type { Translate } from "~/ui/words/translate";
import type { PassingNotice } from "./notice.server";
import { faultInWords, lessonsInWords, textOf } from "./media-form.server";
import type { MediaUse } from "~/domain/courses/media/draft-media";
import type { MediumFault } from "~/domain/courses/media/prepare-medium.server";

/** What a use case answers to a change of one medium. */
type Changed =
  | { kind: "changed"; path: string; lessons: MediaUse[] }
  | { kind: "refused"; reason: "closed" | "name" | "name-taken" }
  | { kind: "refused"; reason: "used"; lessons: MediaUse[] }
  | { kind: "refused"; reason: "faults"; faults: MediumFault[] };

interface Asked {
  slug: string;
  path: string;
  actor: Actor;
  now: Date;
}

export interface MediaChanges {
  describe(input: Asked & { said: { alt?: string; transcript?: string } }): Promise<Changed>;
  rename(input: Asked & { name: string }): Promise<Changed>;
  replace(
    input: Asked & { file: { name: string; bytes: Uint8Array }; alt: string; transcript: string },
  ): Promise<Changed>;
  delete(input: Asked): Promise<Changed>;
}

/** Does what a form about one medium asks for, and says in a sentence what came of it. */
export async function changeMedium(
  form: FormData,
  asked: Omit<Asked, "path">,
  changes: MediaChanges,
  t: Translate,
): Promise<{ text: string; kind: PassingNotice["kind"] }> {
  const path = textOf(form, "path");
  const name = path.slice("media/".length);
  const input = { ...asked, path };
  const [alt, transcript] = [textOf(form, "alt"), textOf(form, "transcript")];
  const intent = form.get("intent");
  const file = form.get("file");
  if (intent === "replace" && (!(file instanceof File) || file.size === 0)) {
    return { text: t("media.needsFile"), kind: "danger" };
  }
  if (intent === "describe" && alt === "") return { text: t("media.needsAlt"), kind: "danger" };
  const done = await run();
  if (done.kind === "refused") return { text: refusalInWords(done, name, t), kind: "danger" };
  const to = done.path.slice("media/".length);
  const lessons = lessonsInWords(done.lessons);
  if (intent === "rename" && lessons) return { text: t("media.renamedIn", { name: to, lessons }), kind: "success" };
  const said = { describe: "described", rename: "renamed", replace: "replaced", delete: "deleted" } as const;
  return { text: t(`media.${said[intent as keyof typeof said]}`, { name: to }), kind: "success" };

  async function run(): Promise<Changed> {
    switch (intent) {
      case "describe":
        return changes.describe({ ...input, said: { alt, ...(transcript && { transcript }) } });
      case "rename":
        return changes.rename({ ...input, name: textOf(form, "name") });
      case "replace": {
        const { name: fileName } = file as File;
        const bytes = new Uint8Array(await (file as File).arrayBuffer());
        return changes.replace({ ...input, file: { name: fileName, bytes }, alt, transcript });
      }
      case "delete":
        return changes.delete(input);
      default:
        throw badRequest(`intent ${String(intent)}`);
    }
  }
}

function refusalInWords(refused: Extract<Changed, { kind: "refused" }>, name: string, t: Translate): string {
  switch (refused.reason) {
    case "closed":
      return t("media.refusedClosed");
    case "name":
      return t("media.refusedName");
    case "name-taken":
      return t("media.refusedNameTaken");
    case "used":
      return t("media.refusedUsed", { name, lessons: lessonsInWords(refused.lessons) });
    case "faults":
      return refused.faults.map((fault) => faultInWords(fault, t)).join(" ");
  }
}
