/** The media of a course as a whole: how many, how large, and what is said about them. What each holds is looked at elsewhere. */
import { sizeOf } from "~/platform/files/stored-file";
import { problemAt, type ContentProblem } from "../content-problem";
import { filePath, readText, type CourseSource } from "../course-source";
import { DESCRIPTIONS_PATH, descriptionsSchema } from "../media/descriptions";
import { isMedia, MEDIA_COUNT_LIMIT, MEDIA_TOTAL_MB } from "../media/media-kind";
import { readShape } from "../yaml-shape";
import { readYaml } from "../yaml-source";

export function checkMediaFolder(source: CourseSource): ContentProblem[] {
  const sizes = [...source.files].filter(([path]) => isMedia(path)).map(([, bytes]) => sizeOf(bytes));
  const size = Math.ceil(sizes.reduce((sum, each) => sum + each, 0) / (1024 * 1024));
  const main = filePath(source, "course.yaml");
  const problems: ContentProblem[] = [];
  if (sizes.length > MEDIA_COUNT_LIMIT) {
    problems.push(problemAt(main, null, "media-count", { count: sizes.length, limit: MEDIA_COUNT_LIMIT }));
  }
  if (size > MEDIA_TOTAL_MB) problems.push(problemAt(main, null, "media-total", { size, limit: MEDIA_TOTAL_MB }));
  return [...problems, ...checkDescriptions(source)];
}

function checkDescriptions(source: CourseSource): ContentProblem[] {
  const bytes = source.files.get(DESCRIPTIONS_PATH);
  if (!bytes) return [];
  const file = filePath(source, DESCRIPTIONS_PATH);
  const { text, problems } = readText(bytes, file);
  if (text === null) return problems;
  const read = readYaml({ text, file });
  if (!read.yaml) return [...problems, ...read.problems];
  const { value, problems: faults } = readShape(descriptionsSchema, read.yaml);
  for (const name of Object.keys(value ?? {})) {
    if (source.files.has(`media/${name}`)) continue;
    faults.push(problemAt(file, read.yaml.placeOf([name]), "file-missing", { path: `media/${name}` }, "warning"));
  }
  return [...problems, ...read.problems, ...faults];
}
