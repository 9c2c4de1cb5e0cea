/** A zip file as what it is for the studio: the folder of a course, or a SCORM package. */
import { unzip, type ZipFaultReason } from "~/platform/unzip.server";
import { FILE_COUNT_LIMIT, permittedPath, readText, type CourseFiles } from "../course-source";
import { readManifest, type ManifestFault, type PackageManifest } from "../scorm/manifest";
import { readYaml } from "../yaml-source";

export type ArchiveFaultReason =
  | ZipFaultReason
  | `scorm-${ManifestFault}`
  | "no-course"
  | "many-courses"
  | "stray-file"
  | "wrong-case"
  | "nested"
  | "unexpected-file"
  | "no-slug";

export interface ArchiveFault {
  reason: ArchiveFaultReason;
  /** The file that is meant, or what the manifest says; "" when it is about the whole. */
  name: string;
  limit?: number;
}

export type Archive =
  | { kind: "course"; slug: string; title: string; files: CourseFiles }
  | { kind: "package"; manifest: PackageManifest; files: CourseFiles }
  | { kind: "refused"; fault: ArchiveFault };

export const ARCHIVE_LIMIT_MB = 50;
const UNPACKED_LIMIT_MB = 100;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const refused = (reason: ArchiveFaultReason, name = ""): Archive => ({ kind: "refused", fault: { reason, name } });

export function readArchive(bytes: Uint8Array): Archive {
  const opened = unzip(bytes, { entries: FILE_COUNT_LIMIT, totalMb: UNPACKED_LIMIT_MB });
  if (!opened.ok) return { kind: "refused", fault: opened.fault };
  const names = [...opened.files.keys()];
  const courses = names.filter((name) => /(^|\/)course\.yaml$/.test(name) && !/(^|\/)scorm\//.test(name));
  if (courses.length > 1) return refused("many-courses", courses[1]);
  if (courses.length === 1) return readCourse(opened.files, courses[0]!.slice(0, -"course.yaml".length));
  const manifests = names.filter((name) => /(^|\/)imsmanifest\.xml$/i.test(name)).sort((a, b) => a.length - b.length);
  if (manifests[0] !== undefined) return readPackage(opened.files, manifests[0]);
  const cased = names.find((name) => /(^|\/)course\.ya?ml$/i.test(name));
  if (cased !== undefined) return refused("wrong-case", cased);
  const nested = names.find((name) => /\.(zip|7z|rar|tar|gz)$/i.test(name));
  return nested === undefined ? refused("no-course") : refused("nested", nested);
}

/** `prefix`: the folder in which course.yaml stands, "" or "van-hoa-cong-vu/". */
function readCourse(all: Map<string, Uint8Array>, prefix: string): Archive {
  const files = new Map<string, Uint8Array>();
  for (const [name, bytes] of all) {
    // A course that was packed with other things around it: they would be lost without a word.
    if (!name.startsWith(prefix)) return refused("stray-file", name);
    const path = name.slice(prefix.length);
    if (!permittedPath(path)) {
      if (/\.(zip|7z|rar|tar|gz)$/i.test(path)) return refused("nested", name);
      return refused(permittedPath(path.toLowerCase()) ? "wrong-case" : "unexpected-file", name);
    }
    files.set(path, bytes);
  }
  const { text } = readText(files.get("course.yaml")!, "course.yaml");
  const value = text === null ? null : readYaml({ text, file: "course.yaml" }).yaml?.value;
  const said = (key: string) => {
    const found = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
    return typeof found === "string" ? found : "";
  };
  const folder = prefix.split("/").at(-2) ?? "";
  const slug = [said("slug"), folder].find((each) => SLUG.test(each) && each.length <= 100);
  if (slug === undefined) return refused("no-slug");
  return { kind: "course", slug, title: said("title").slice(0, 300) || slug, files };
}

function readPackage(all: Map<string, Uint8Array>, manifestName: string): Archive {
  const prefix = manifestName.slice(0, -"imsmanifest.xml".length);
  if (!manifestName.endsWith("imsmanifest.xml")) return refused("wrong-case", manifestName);
  const files = new Map<string, Uint8Array>();
  for (const [name, bytes] of all) if (name.startsWith(prefix)) files.set(name.slice(prefix.length), bytes);
  const bytes = files.get("imsmanifest.xml")!;
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  const read = readManifest(new TextDecoder(encoding).decode(bytes));
  if (!read.ok) return refused(`scorm-${read.fault}`, read.what);
  return { kind: "package", manifest: read.manifest, files };
}
