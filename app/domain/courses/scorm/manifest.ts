/** What the manifest of a SCORM 1.2 package says that a platform needs: what is played, in which order, and the mark to pass. */
import { SaxesParser } from "saxes";

export interface PackageItem {
  /** Of the manifest; unique in it. */
  identifier: string;
  title: string;
  /** Path of its first page within the package, with what stands behind "?" or "#". */
  launch: string;
  /** A SCO tells how it went; an asset says nothing and is done when it was opened and finished by its reader. */
  kind: "sco" | "asset";
  /** 0 to 100; null: the package says by itself whether it was passed. */
  masteryScore: number | null;
  /** `cmi.launch_data`. */
  launchData: string;
}

export interface PackageManifest {
  title: string;
  items: PackageItem[];
}

export type ManifestFault = "xml" | "doctype" | "not-scorm-12" | "no-items" | "too-many-items" | "launch";

export type ReadManifest =
  { ok: true; manifest: PackageManifest } | { ok: false; fault: ManifestFault; what: string; line: number };

const SIZE_LIMIT = 1_000_000;
const DEPTH_LIMIT = 40;
const ELEMENT_LIMIT = 20_000;
const ITEM_LIMIT = 60;

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

class Stop extends Error {}

export function readManifest(source: string): ReadManifest {
  const read = tree(source.replace(/^\ufeff/, ""));
  if ("fault" in read) return { ok: false, ...read };
  const fail = (fault: ManifestFault, what = "") => ({ ok: false as const, fault, what: what.slice(0, 100), line: 1 });
  const { root } = read;
  const version = textOf(child(child(root, "metadata"), "schemaversion"));
  if (root.name !== "manifest") return fail("not-scorm-12", `<${root.name}>`);
  // Packages of 2004 say "2004 3rd Edition" or "CAM 1.3"; many of 1.2 say nothing.
  if (version !== "" && version !== "1.2" && version !== "1.1") return fail("not-scorm-12", version);
  const organizations = child(root, "organizations");
  const all = children(organizations, "organization");
  const wanted = organizations?.attributes["default"];
  const organization = all.find(({ attributes }) => attributes["identifier"] === wanted) ?? all[0];
  const resources = new Map(
    children(child(root, "resources"), "resource").map((each) => [each.attributes["identifier"] ?? "", each]),
  );
  const items: PackageItem[] = [];
  for (const item of organization ? itemsBelow(organization) : []) {
    const resource = resources.get(item.attributes["identifierref"] ?? "");
    const href = resource?.attributes["href"];
    // A heading of the outline, or something that is hidden.
    if (!resource || !href || item.attributes["isvisible"] === "false") continue;
    const base = [child(root, "resources"), resource].map((each) => each?.attributes["xml:base"] ?? "").join("");
    const launch = launchPath(base + href, item.attributes["parameters"] ?? "");
    if (launch === null) return fail("launch", href);
    const identifier = item.attributes["identifier"] || `item-${items.length + 1}`;
    const title = textOf(child(item, "title")).slice(0, 200) || textOf(child(organization, "title")) || identifier;
    const kind = (resource.attributes["scormtype"] ?? "sco").toLowerCase() === "asset" ? "asset" : "sco";
    const masteryScore = numberOf(textOf(child(item, "masteryscore")));
    items.push({ identifier, title, launch, kind, masteryScore, launchData: textOf(child(item, "datafromlms")) });
  }
  if (items.length === 0) return fail("no-items");
  if (items.length > ITEM_LIMIT) return fail("too-many-items", String(items.length));
  return {
    ok: true,
    manifest: { title: textOf(child(organization, "title")).slice(0, 200) || items[0]!.title, items },
  };
}

/** Prefixes are left off ("adlcp:masteryscore"); nothing outside of the file is looked at, and declared entities are not known. */
function tree(source: string): { root: Element } | { fault: ManifestFault; what: string; line: number } {
  if (source.length > SIZE_LIMIT) return { fault: "xml", what: `> ${SIZE_LIMIT}`, line: 1 };
  const parser = new SaxesParser({ xmlns: false, position: true });
  const stack: Element[] = [];
  let root: Element | null = null;
  let count = 0;
  let fault: { fault: ManifestFault; what: string; line: number } | null = null;
  const fail = (kind: ManifestFault, what: string) => {
    fault ??= { fault: kind, what: what.slice(0, 100), line: parser.line };
    throw new Stop();
  };
  parser.on("error", (error) => fail("xml", error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, "").replace(/\.$/, "")));
  parser.on("doctype", () => fail("doctype", ""));
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name: bare(name), attributes: {}, children: [], text: "" };
    for (const [key, value] of Object.entries(attributes as Record<string, string>)) {
      element.attributes[key === "xml:base" ? key : bare(key)] = value;
    }
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
    if (stack.length > DEPTH_LIMIT || ++count > ELEMENT_LIMIT) fail("xml", `> ${DEPTH_LIMIT}`);
  });
  parser.on("closetag", () => void stack.pop());
  const add = (text: string) => {
    const open = stack.at(-1);
    if (open) open.text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  try {
    parser.write(source).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  if (fault) return fault;
  return root ? { root } : { fault: "xml", what: "", line: 1 };
}

const bare = (name: string) => name.replace(/^.*:/, "").toLowerCase();
const children = (element: Element | undefined, name: string) =>
  element?.children.filter((each) => each.name === name) ?? [];
const child = (element: Element | undefined, name: string) => children(element, name)[0];
const textOf = (element: Element | undefined) => (element?.text ?? "").replace(/\s+/g, " ").trim();

function* itemsBelow(element: Element): Generator<Element> {
  for (const item of children(element, "item")) {
    yield item;
    yield* itemsBelow(item);
  }
}

function numberOf(text: string): number | null {
  const number = Number(text);
  return text !== "" && number >= 0 && number <= 100 ? number : null;
}

/** A path within the package, or null: never another address, never out of the folder. */
function launchPath(href: string, parameters: string): string | null {
  const [path = "", rest = ""] = cut(href.trim());
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const parts = decoded.split("/");
  if (/^[a-z][a-z0-9+.-]*:/i.test(decoded) || decoded.startsWith("/") || /[\\\p{Cc}\p{Cf}]/u.test(decoded)) return null;
  if (decoded === "" || parts.includes("..") || rest.length + parameters.length > 1000) return null;
  const more = parameters.trim().replace(/^[?&]+/, "");
  const query = more === "" || more.startsWith("#") ? `${rest}${more}` : rest === "" ? `?${more}` : `${rest}&${more}`;
  return parts.filter((part) => part !== "." && part !== "").join("/") + (/[\p{Cc}]/u.test(query) ? "" : query);
}

/** "a/b.html?x#y" → ["a/b.html", "?x#y"] */
function cut(href: string): [string, string] {
  const at = href.search(/[?#]/);
  return at < 0 ? [href, ""] : [href.slice(0, at), href.slice(at)];
}

export const launchFile = (launch: string): string => cut(launch)[0];
