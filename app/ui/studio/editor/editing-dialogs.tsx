import type { EditorMedia, LessonEditorView } from "~/domain/courses/drafts/lesson-editor";
import { useWords } from "~/ui/words/use-words";
import { ComponentDialog } from "./component-dialog";
import { ImageDialog, LinkDialog, TableDialog } from "./insert-dialogs";
import { PaletteDialog } from "./palette-dialog";
import type { Editing } from "./use-editing";

/** Whichever dialog of the toolbar is open. */
export function EditingDialogs({
  editing,
  view,
  onAdded,
}: {
  editing: Editing;
  view: LessonEditorView;
  /** A file was put among the media of the draft. */
  onAdded: (medium: EditorMedia) => void;
}) {
  const t = useWords();
  const { dialog, close } = editing;
  const { course, lessons, documents, media, file } = view;
  const others = lessons.filter(({ id }) => id !== file.id);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "link":
      return <LinkDialog words={dialog.words} lessons={others} onDone={editing.putLink} onClose={close} />;
    case "image":
      return (
        <ImageDialog slug={course.slug} media={media} onAdded={onAdded} onDone={editing.putBlock} onClose={close} />
      );
    case "table":
      return <TableDialog onDone={editing.putBlock} onClose={close} />;
    case "palette":
      return <PaletteDialog slug={course.slug} onChoose={editing.insert} onClose={close} />;
    case "component":
      return (
        <ComponentDialog
          slug={course.slug}
          label={dialog.label[t.language === "vi" ? 0 : 1]}
          values={dialog.values}
          existing={dialog.at !== null}
          documents={documents}
          media={media}
          onAdded={onAdded}
          onDone={editing.finish}
          onRemove={editing.removeComponent}
          onClose={close}
        />
      );
  }
}
