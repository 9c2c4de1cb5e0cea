import { EditorState, type Extension } from "@codemirror/state";
import type { Translate } from "~/ui/words/translate";

/** CodeMirror's own words, in the language of the page. */
export function codePhrases(t: Translate): Extension {
  return EditorState.phrases.of({
    Find: t("editor.find"),
    Replace: t("editor.replace"),
    next: t("editor.findNext"),
    previous: t("editor.findPrevious"),
    all: t("editor.findAll"),
    "match case": t("editor.matchCase"),
    regexp: t("editor.regexp"),
    "by word": t("editor.byWord"),
    replace: t("editor.replaceOne"),
    "replace all": t("editor.replaceAll"),
    close: t("editor.close"),
    Completions: t("editor.completions"),
    Diagnostics: t("editor.problems"),
    "No diagnostics": t("editor.noProblems"),
    "Control character": t("editor.hiddenSign"),
  });
}
