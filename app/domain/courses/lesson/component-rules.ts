import { toString } from "mdast-util-to-string";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import type { Node, Parent } from "unist";
import { phraseCode } from "../content-words/phrases";
import { suggestion } from "../nearest-word";
import {
  COMPONENT_NAMES,
  COMPONENTS,
  IDENTIFIER,
  isMediaKind,
  LEVELS,
  MEDIA_FILES,
  PARENT_OF_PLACE,
  type ComponentRule,
  type PropRule,
} from "./components";
import type { LessonCheck } from "./lesson-check";

export type ComponentNode = MdxJsxFlowElement | MdxJsxTextElement;

export const isComponent = (node: Node): node is ComponentNode =>
  node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";

const SENTENCE_PARENTS = new Set(["paragraph", "strong", "emphasis", "tableCell"]);
const PROSE = new Set(["paragraph", "list", "table", "blockquote", "code"]);

export function checkComponent(node: ComponentNode, parents: readonly Node[], check: LessonCheck): void {
  const name = node.name ?? "";
  // `hasOwn`: a component called "constructor" is none of ours.
  const rule = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
  if (!rule) return refuseName(node, name, check);
  const values = checkProps(node, name, rule, check);
  checkPlace(node, name, rule, parents, check);
  checkContent(node, name, rule, check);
  const id = values.get("id");
  if (id !== undefined && rule.props["id"] && IDENTIFIER.test(id)) check.takeId(id, node);
  const document = name === "CanCu" ? values.get("so") : undefined;
  if (document) {
    const [article, clause] = [values.get("dieu"), values.get("khoan")];
    const expired = values.has("hethieuluc") && ({ expired: true } as const);
    check.cite({ document, ...(article && { article }), ...(clause && { clause }), ...expired }, node);
  }
}

function refuseName(node: ComponentNode, name: string, check: LessonCheck): void {
  const allowed = COMPONENT_NAMES.join(", ");
  if (/^[a-z][a-z0-9-]*$/.test(name)) return check.report(node, "html-tag", { tag: name, allowed });
  check.report(node, "unknown-component", { name, allowed, ...suggestion(name, COMPONENT_NAMES) });
}

/** Every attribute is a known name with a literal value; the values of those that are in order. */
function checkProps(
  node: ComponentNode,
  component: string,
  rule: ComponentRule,
  check: LessonCheck,
): Map<string, string> {
  const values = new Map<string, string>();
  const seen = new Set<string>();
  const allowed = Object.keys(rule.props).join(", ") || "–";
  for (const attribute of node.attributes) {
    const at = (attribute as Node).position?.start ?? node;
    if (attribute.type === "mdxJsxExpressionAttribute") {
      check.report(at, "spread-props", { component });
      continue;
    }
    const prop = attribute.name;
    const propRule = Object.hasOwn(rule.props, prop) ? rule.props[prop] : undefined;
    if (!propRule) {
      check.report(at, "unknown-prop", { component, prop, allowed, ...suggestion(prop, Object.keys(rule.props)) });
    } else if (seen.has(prop)) check.report(at, "prop-repeated", { component, prop });
    else if (attribute.value !== null && typeof attribute.value === "object") {
      check.report(at, "prop-expression", { component, prop });
    } else {
      const fault = propFault(propRule, attribute.value ?? null);
      if (fault) check.report(at, "prop-value", { component, prop, allowed: fault });
      else {
        const value = attribute.value ?? "";
        values.set(prop, value);
        if (isMediaKind(propRule.kind) && !check.around.media.has(value)) {
          check.report(at, "media-missing", { url: value });
        }
      }
    }
    seen.add(prop);
  }
  for (const [prop, { required }] of Object.entries(rule.props)) {
    if (required && !seen.has(prop)) check.report(node, "missing-prop", { component, prop });
  }
  return values;
}

function propFault(rule: PropRule, value: string | null): string | null {
  switch (rule.kind) {
    case "flag":
      return value === null ? null : phraseCode("flag");
    case "text":
      return value !== null && value.trim() !== "" ? null : phraseCode("text");
    case "identifier":
      return value !== null && IDENTIFIER.test(value) ? null : phraseCode("identifier");
    case "level":
      return value !== null && Object.hasOwn(LEVELS, value) ? null : Object.keys(LEVELS).join(", ");
    default:
      return value !== null && MEDIA_FILES[rule.kind].test(value) ? null : phraseCode(rule.kind);
  }
}

function checkPlace(
  node: ComponentNode,
  component: string,
  rule: ComponentRule,
  parents: readonly Node[],
  check: LessonCheck,
): void {
  const parent = parents.at(-1);
  const flow = node.type === "mdxJsxFlowElement";
  const wanted = PARENT_OF_PLACE[rule.place];
  const right =
    rule.place === "inSentence"
      ? !flow &&
        parent !== undefined &&
        SENTENCE_PARENTS.has(parent.type) &&
        !parents.some(({ type }) => type === "heading" || type === "link")
      : rule.place === "topLevel"
        ? flow && parent?.type === "root"
        : flow && parent !== undefined && isComponent(parent) && parent.name === wanted;
  if (!right) check.report(node, "component-place", { component, place: phraseCode(rule.place) });
}

function checkContent(node: ComponentNode, component: string, rule: ComponentRule, check: LessonCheck): void {
  const children = node.children as Node[];
  const badContent = (at: Node) =>
    check.report(at, "component-content", { component, content: phraseCode(rule.content) });
  if (rule.content === "nothing") {
    if (children.length > 0) badContent(node);
    return;
  }
  for (const part of rule.parts ?? []) {
    const found = children.filter((child) => isComponent(child) && child.name === part.name);
    if (found.length < part.least || found.length > part.most) {
      check.report(node, "option-count", {
        component,
        option: part.name,
        count: found.length,
        least: part.least,
        most: part.most,
      });
    }
  }
  if (component === "KiemTra") checkRightAnswer(node, check);
  if (rule.content === "oneList") {
    const list = children[0];
    if (children.length !== 1 || list?.type !== "list" || !(list as Node & { ordered?: boolean }).ordered) {
      badContent(node);
    }
    return;
  }
  const parts = new Set(rule.parts?.map(({ name }) => name));
  const prose = children.filter((child) => !(isComponent(child) && parts.has(child.name ?? "")));
  if (rule.content === "prose") {
    // A component in the wrong place is told of by its own rule; text on the tag's line is a sentence.
    for (const child of prose) if (child.type === "heading" || child.type === "thematicBreak") badContent(child);
    if (!prose.some((child) => PROSE.has(child.type) || "value" in child || hasWords(child))) {
      check.report(node, "empty-text", { component });
    }
  } else for (const child of prose) if (!isComponent(child)) badContent(child);
}

const hasWords = (node: Node) => "children" in node && toString(node as Parent).trim() !== "";

function checkRightAnswer(node: ComponentNode, check: LessonCheck): void {
  const count = (node.children as Node[]).filter(
    (child) =>
      isComponent(child) &&
      child.name === "LuaChon" &&
      child.attributes.some((each) => each.type === "mdxJsxAttribute" && each.name === "dung"),
  ).length;
  if (count !== 1) check.report(node, "one-right-answer", { count });
}
