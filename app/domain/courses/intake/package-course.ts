/** A SCORM package as the folder of a course: its files in `scorm/`, and a course.yaml that names it. */
import { Document, parseDocument } from "yaml";
import { localDay } from "../../time";
import { PACKAGE_FOLDER } from "../check/check-package";
import type { CourseFiles } from "../course-source";
import type { PackageFacts } from "./intake-plan";

const COURSE_FILE = "course.yaml";
const YEAR = 365 * 86_400_000;

/** `before`: the files of the course or draft that it goes over; its lessons, test and banks stay. */
export function courseWithPackage(input: {
  before: CourseFiles;
  package: CourseFiles;
  facts: PackageFacts;
  now: Date;
}): CourseFiles {
  const { before, facts, now } = input;
  const files = new Map([...before].filter(([path]) => !path.startsWith(PACKAGE_FOLDER)));
  for (const [path, bytes] of input.package) files.set(PACKAGE_FOLDER + path, bytes);
  const there = before.get(COURSE_FILE);
  const yaml = there ? parseDocument(new TextDecoder().decode(there)) : courseYaml(facts, now);
  yaml.setIn(["scorm"], yaml.createNode({ required: facts.required, minutes: facts.minutes }));
  files.set(COURSE_FILE, new TextEncoder().encode(yaml.toString({ lineWidth: 0 })));
  return files;
}

function courseYaml({ slug, title, summary, audience, reviewedBy }: PackageFacts, now: Date): Document {
  return new Document({
    slug,
    title,
    summary,
    audience,
    language: "vi",
    studyForm: "trực tuyến",
    reviewedOn: localDay(now),
    reviewedBy,
    reviewAgainBy: localDay(new Date(now.getTime() + YEAR)),
    criteria: [],
    certificate: { courseName: title },
    lessons: [],
  });
}
