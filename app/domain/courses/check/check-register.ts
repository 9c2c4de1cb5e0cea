/** Reads content/documents: the register that lessons and questions may cite. */
import type { DocumentRegister, LegalDocument } from "../../documents/document";
import { problemAt, type ContentProblem } from "../content-problem";
import { documentSchema } from "../content-schemas";
import { readText } from "../course-source";
import { suggestion } from "../nearest-word";
import { readShape } from "../yaml-shape";
import { readYaml, type YamlSource } from "../yaml-source";

export interface CheckedRegister {
  documents: LegalDocument[];
  register: DocumentRegister;
  /** Number of a document → its file. */
  documentFiles: ReadonlyMap<string, string>;
  problems: ContentProblem[];
}

/** `files`: path from the root of the project → bytes. */
export function checkRegister(files: ReadonlyMap<string, Uint8Array>): CheckedRegister {
  const problems: ContentProblem[] = [];
  const register = new Map<string, LegalDocument>();
  const sources = new Map<string, YamlSource>();
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const read = readDocument(file, bytes);
    problems.push(...read.problems);
    if (!read.document || !read.yaml) continue;
    const { number } = read.document;
    const twin = sources.get(number);
    if (twin) {
      problems.push(problemAt(file, read.yaml.placeOf(["number"]), "document-duplicate", { number, file: twin.file }));
    } else {
      register.set(number, read.document);
      sources.set(number, read.yaml);
    }
  }
  const numbers = [...register.keys()];
  for (const { number, replacedBy } of register.values()) {
    if (replacedBy === null || register.has(replacedBy)) continue;
    const yaml = sources.get(number)!;
    const values = { number: replacedBy, ...suggestion(replacedBy, numbers) };
    problems.push(problemAt(yaml.file, yaml.placeOf(["replacedBy"]), "document-replacement-unknown", values));
  }
  const documentFiles = new Map([...sources].map(([number, yaml]) => [number, yaml.file]));
  return { documents: [...register.values()], register, documentFiles, problems };
}

function readDocument(
  file: string,
  bytes: Uint8Array,
): { document: LegalDocument | null; yaml: YamlSource | null; problems: ContentProblem[] } {
  const { text, problems } = readText(bytes, file);
  if (text === null) return { document: null, yaml: null, problems };
  const read = readYaml({ text, file });
  if (!read.yaml) return { document: null, yaml: null, problems: [...problems, ...read.problems] };
  const shape = readShape(documentSchema, read.yaml);
  const value = shape.value;
  return {
    document: value && {
      ...value,
      issuedOn: value.issuedOn ?? null,
      effectiveOn: value.effectiveOn ?? null,
      expiredOn: value.expiredOn ?? null,
      replacedBy: value.replacedBy ?? null,
      note: value.note ?? null,
      source: value.source ?? null,
      places: value.places ?? [],
    },
    yaml: read.yaml,
    problems: [...problems, ...shape.problems],
  };
}
