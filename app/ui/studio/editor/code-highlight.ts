import { syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import { COMPONENTS } from "~/domain/courses/lesson/components";

/** Classes for the parts of Markdown; their colours stand in editor.css, so that all themes follow. */
const markdownClasses = tagHighlighter([
  { tag: tags.heading, class: "code-heading" },
  { tag: tags.strong, class: "code-strong" },
  { tag: tags.emphasis, class: "code-emphasis" },
  { tag: tags.link, class: "code-link" },
  { tag: tags.url, class: "code-url" },
  { tag: tags.monospace, class: "code-mono" },
  { tag: tags.processingInstruction, class: "code-sign" },
  { tag: tags.quote, class: "code-quote" },
]);

const name = Decoration.mark({ class: "code-component" });
const unknown = Decoration.mark({ class: "code-unknown" });
const value = Decoration.mark({ class: "code-value" });

const matcher = new MatchDecorator({
  regexp: /<\/?([A-Za-z][A-Za-z0-9]*)|\b[a-z]+="([^"]*)"|\/?>/g,
  decorate(add, from, to, match) {
    if (match[1] !== undefined) add(from, to, Object.hasOwn(COMPONENTS, match[1]) ? name : unknown);
    else if (match[2] !== undefined) add(from, to, value);
    else add(from, to, name);
  },
});

const components = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = matcher.createDeco(view);
    }
    update(update: ViewUpdate) {
      this.decorations = matcher.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

export const lessonHighlighting: Extension = [syntaxHighlighting(markdownClasses), components];
