import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import type { EditorDocument, EditorMedia } from "~/domain/courses/drafts/lesson-editor";
import { COMPONENT_FORMS } from "~/domain/courses/lesson/component-forms";
import { INSERTIONS } from "~/domain/courses/lesson/insertions";
import { writeComponent } from "~/domain/courses/lesson/component-values";
import { COMPONENTS, isMediaKind, LEVELS, MEDIA_FILES } from "~/domain/courses/lesson/components";

export interface CompletionFacts {
  documents: readonly EditorDocument[];
  media: readonly EditorMedia[];
  language: "vi" | "en";
}

/** Offers names of components after "<", their props within a tag, and values within the quotes of a prop. */
export function lessonCompletion(facts: CompletionFacts): CompletionSource {
  return (context) => valuesAt(context, facts) ?? propsAt(context, facts) ?? namesAt(context, facts);
}

function namesAt(context: CompletionContext, { language }: CompletionFacts): CompletionResult | null {
  const before = context.matchBefore(/<\/?[A-Za-z]*$/);
  if (!before) return null;
  const alone = context.state.doc.lineAt(context.pos).text.trim() === before.text.trim();
  const said = (pair: readonly [string, string]) => pair[language === "vi" ? 0 : 1];
  const options = Object.entries(COMPONENT_FORMS).map(([name, form]): Completion => {
    const insertion = INSERTIONS.find(({ key }) => key === name);
    const whole = insertion && alone ? writeComponent(insertion.start) : `<${name}`;
    return {
      label: `<${name}`,
      detail: said(form.label),
      apply: before.text.startsWith("</") ? `</${name}>` : whole,
      type: "class",
    };
  });
  return { from: before.from, options, validFor: /^<\/?[A-Za-z]*$/ };
}

function propsAt(context: CompletionContext, { language }: CompletionFacts): CompletionResult | null {
  const tag = context.matchBefore(/<[A-Z][A-Za-z]*(\s+[a-z]+(="[^"]*")?)*\s+[a-z]*$/);
  const name = tag && /^<([A-Za-z]+)/.exec(tag.text)?.[1];
  const rule = name && Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
  if (!tag || !name || !rule) return null;
  const word = /[a-z]*$/.exec(tag.text)![0];
  const used = new Set([...tag.text.matchAll(/\s([a-z]+)=/g)].map(([, prop]) => prop));
  const options = Object.entries(rule.props)
    .filter(([prop]) => !used.has(prop))
    .map(([prop, { kind, required }]): Completion => {
      const label = COMPONENT_FORMS[name]?.fields[prop]?.label;
      return {
        label: prop,
        ...(label && { detail: label[language === "vi" ? 0 : 1] }),
        apply: kind === "flag" ? prop : `${prop}="`,
        type: "property",
        boost: required ? 1 : 0,
      };
    });
  return { from: context.pos - word.length, options, validFor: /^[a-z]*$/ };
}

function valuesAt(context: CompletionContext, { documents, media }: CompletionFacts): CompletionResult | null {
  const open = context.matchBefore(/<[A-Z][A-Za-z]*[^<>]*\s[a-z]+="[^"]*$/);
  const found = open && /^<([A-Za-z]+)[^<>]*\s([a-z]+)="([^"]*)$/.exec(open.text);
  if (!found) return null;
  const [, name = "", prop = "", typed = ""] = found;
  const rule = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name]!.props[prop] : undefined;
  if (!rule) return null;
  const close = context.state.sliceDoc(context.pos, context.pos + 1) === '"' ? "" : '"';
  const option = (value: string, detail: string): Completion => ({
    label: value,
    detail,
    apply: value + close,
    type: "constant",
  });
  const { kind } = rule;
  const options =
    kind === "level"
      ? Object.entries(LEVELS).map(([value, words]) => option(value, words))
      : isMediaKind(kind)
        ? media.filter(({ path }) => MEDIA_FILES[kind].test(path)).map(({ path }) => option(path, ""))
        : name === "CanCu" && prop === "so"
          ? documents.map(({ number, title }) => option(number, title))
          : [];
  return options.length > 0 ? { from: context.pos - typed.length, options, validFor: /^[^"]*$/ } : null;
}
