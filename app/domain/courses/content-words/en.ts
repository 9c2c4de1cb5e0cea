import { mediaEn } from "./media-words";
import type { vi } from "./vi";

export const en: Record<keyof typeof vi, readonly [what: string, mend: string]> = {
  ...mediaEn,
  "file-unexpected": [
    "The file “{path}” is no part of a course.",
    "Delete it, or move it into lessons/, bank/ or media/ with a permitted extension.",
  ],
  "file-missing": ["The file “{path}” is missing.", "Add it to the course folder."],
  "file-too-large": ["The file has {size} KB, the limit is {limit} KB.", "Split it or shorten it."],
  "too-many-files": [
    "The course has more than {limit} files.",
    "Remove what is not needed, or make several courses of it.",
  ],
  "folder-empty": [
    "There is no course in this folder.",
    "Name a content folder (with courses/ and documents/) or the folder of one course (with course.yaml).",
  ],
  "scorm-not-named": [
    "There are files in scorm/, but course.yaml has no key “scorm”.",
    "Add scorm: { required: true, minutes: 30 } to course.yaml, or delete the folder scorm/.",
  ],
  "scorm-xml": [
    "The imsmanifest.xml of the SCORM package cannot be read: {what}.",
    "Export the package again from the program that made it.",
  ],
  "scorm-doctype": [
    "imsmanifest.xml has a DOCTYPE.",
    "Delete the line <!DOCTYPE …>; this file may declare no entities.",
  ],
  "scorm-not-scorm-12": ["The package is not SCORM 1.2 ({what}).", "Export it again as SCORM 1.2."],
  "scorm-no-items": [
    "The SCORM package has nothing to play.",
    "Export it again: imsmanifest.xml needs an organization with an item that names a page.",
  ],
  "scorm-too-many-items": [
    "The SCORM package has {what} items, which is too many.",
    "Split it into packages of at most 60 items.",
  ],
  "scorm-launch": [
    "The first page “{what}” of the SCORM package lies outside of it.",
    "The first page must be a file of the package.",
  ],
  "scorm-launch-missing": [
    "The first page “{path}” of “{title}” is not in the SCORM package.",
    "Export the package again with all its files.",
  ],
  "file-encoding": ["The file is not UTF-8 text.", "Open it and save it as UTF-8."],
  "text-not-nfc": [
    "Vietnamese letters are typed in decomposed form.",
    "Convert this line to composed Unicode (NFC) and save.",
  ],
  "control-character": [
    "There is an invisible control character ({code}).",
    "Delete it; it usually comes from pasting.",
  ],
  "yaml-syntax": [
    "Not valid YAML: {reason}.",
    "Check indentation, colons and brackets here; put text that has a “:” in quotes.",
  ],
  "yaml-duplicate-key": ["The key “{key}” stands here twice.", "Keep one."],
  "yaml-alias": ["YAML anchors and aliases (&, *) are not used.", "Write the value out."],
  "yaml-tag": ["YAML tags are not used ({tag}).", "Delete the tag and keep the value."],
  "yaml-too-deep": ["The data is nested more than {limit} levels deep.", "Write it with fewer levels."],
  "yaml-too-many-keys": [
    "A group has more than {limit} keys.",
    "Delete what does not belong there: a group has but a few known keys.",
  ],
  "yaml-many-documents": ["The file holds several YAML documents (a --- line).", "Put each into a file of its own."],
  "unknown-key": ["There is no key “{key}”.", "Delete it, or use one of: {allowed}."],
  "missing-key": ["The key “{key}” is missing.", "Add “{key}” and its value."],
  "wrong-value": ["The value of “{key}” is not valid.", "Needed: {expected}."],
  "slug-mismatch": ["“slug” is “{slug}”, the folder is called “{folder}”.", "Give both the same name."],
  "lesson-not-listed": [
    "The lesson “{file}” is not in course.yaml.",
    "Add “file: {file}” to lessons, or delete the file.",
  ],
  "lesson-file-name": [
    "The lesson file name “{file}” has the wrong form.",
    "Name it like 01-lesson-name.mdx: two digits, a hyphen, lower-case letters.",
  ],
  "lesson-id-mismatch": [
    "“id” is “{id}”, the file is called “{file}”.",
    "Use the part of the file name after the number as id.",
  ],
  "review-overdue": [
    "The day for the next review has passed ({day}).",
    "Review the content, then change reviewedOn and reviewAgainBy.",
  ],
  "review-order": ["The next review is not after the last one.", "Put reviewAgainBy after reviewedOn."],
  "topic-duplicate": ["The topic “{topic}” stands in two bank files.", "Merge the files or rename the topic."],
  "topic-unknown": [
    "The test draws from the topic “{topic}”, which is not in bank/.",
    "Correct the name, or add a bank file for the topic.",
  ],
  "not-enough-questions": [
    "The topic “{topic}” has {ready} ready questions, the test draws {count}.",
    "Add questions with status: ready, or lower the count.",
  ],
  "not-enough-together": [
    "Lines of the draw share questions: when the others have drawn, “{rule}” may find only {left} of {count}.",
    "Add questions with status: ready, lower count, or write the lines so that they do not overlap.",
  ],
  "course-changed-in-browser": [
    "The course was changed in the browser (version {number}), so the files in this folder were not published.",
    "Download the course on its page and put the files into this folder; from the next start on the folder is published again.",
  ],
  "question-invalid": ["The question “{id}” is not valid: {message}.", "Follow the pattern of its type of question."],
  "question-duplicate": ["The question id “{id}” is taken by {file}, line {line}.", "Give this question another id."],
  "question-lesson-unknown": [
    "The question points at the lesson “{lesson}”, which is not in the course.",
    "Give the id of a lesson of the course.",
  ],
  "question-section-unknown": [
    "The question asks to read the section “{section}” again, which the lesson “{lesson}” does not have.",
    "Give the id of a second-level heading of the lesson, like muc-lang-nghe for “## Lắng nghe”.",
  ],
  "case-duplicate": ["The case id “{id}” is taken by {file}, line {line}.", "Give this case another id."],
  "case-unknown": [
    "The question is about the case “{case}”, which is not in this file.",
    "Write the id of a case in the list cases of the file.",
  ],
  "case-unused": [
    "No question is about the case “{id}”.",
    "Write case: {id} in the questions that are, or delete the case.",
  ],
  "document-unregistered": [
    "The document “{number}” is not in the register.",
    "Correct the number, or add the document to content/documents.",
  ],
  "document-expired": [
    "The document “{number}” is no longer in force.",
    "Cite a document that is in force {replacedBy}. Where the old one is meant on purpose, write hethieuluc in <CanCu>, or expired: true in a question or the front matter.",
  ],
  "document-not-expired": [
    "The text says that the document “{number}” is no longer in force; the register says that it is.",
    "Delete hethieuluc (or expired: true), or correct the register.",
  ],
  "document-not-yet-in-force": [
    "The document “{number}” is not in force yet: it will be from {day}.",
    "Publish from that day on, or say in the lesson when it comes into force.",
  ],
  "document-changed-in-browser": [
    "The document “{number}” was changed in the browser, so this file was not used.",
    "Download its file on the page of the document and put it into content/documents; from the next start on the file leads again.",
  ],
  "document-duplicate": ["The number “{number}” stands already in {file}.", "Keep one file."],
  "document-replacement-unknown": [
    "The replacing document “{number}” is not in the register.",
    "Add it to content/documents, or correct the number.",
  ],
  "front-matter-missing": [
    "The lesson has no front matter.",
    "Begin the file with a --- line, the keys id, title, summary, …, and a --- line.",
  ],
  "front-matter-language": [
    "The front matter names a language, “{language}”.",
    "The first line is --- alone; front matter is always YAML.",
  ],
  "front-matter-unclosed": ["The front matter has no closing --- line.", "Add a --- line after the last key."],
  "mdx-syntax": [
    "This cannot be read: {reason}.",
    "Check the signs <, >, { and } here; to show them as text write \\< and \\{.",
  ],
  "sign-less-than": [
    "The sign < is taken for the beginning of a component here.",
    "To show the sign itself write \\<, or say it in words: less than, below.",
  ],
  "mdx-unclosed": [
    "The opening and closing tags of “{tag}” do not match.",
    "Put the opening and the closing tag on lines of their own, with blank lines around the content.",
  ],
  "mdx-import": ["A lesson may not import.", "Delete the line; the components of lessons are there without it."],
  "mdx-export": ["A lesson may not export.", "Delete the line; facts about the lesson stand in its front matter."],
  "mdx-expression": ["A lesson may not contain code in braces.", "Write the words out; to show a brace write \\{."],
  "mdx-comment": ["A lesson may not contain comments in braces.", "Delete the comment."],
  "html-comment": ["A lesson may not contain HTML comments (<!-- -->).", "Delete the comment."],
  "html-tag": ["A lesson may not contain the HTML tag <{tag}>.", "Use Markdown or one of the components: {allowed}."],
  autolink: ["An address does not stand between < and >.", "Write [words](https://…)."],
  "unknown-component": ["There is no component <{name}>.", "Use one of: {allowed}."],
  "unknown-prop": ["<{component}> has no attribute “{prop}”.", "Delete it; the attributes are: {allowed}."],
  "missing-prop": ["<{component}> lacks the attribute “{prop}”.", 'Add {prop}="…".'],
  "prop-expression": [
    "The attribute “{prop}” of <{component}> has code in braces.",
    'Write the value in quotes: {prop}="…".',
  ],
  "prop-value": ["The attribute “{prop}” of <{component}> has a value that is not valid.", "Needed: {allowed}."],
  "prop-repeated": ["The attribute “{prop}” of <{component}> is written twice.", "Keep one."],
  "spread-props": ["<{component}> uses {...}.", "Delete the braces and write each attribute out."],
  "component-place": ["<{component}> stands in the wrong place.", "Put it {place}."],
  "component-content": ["The content of <{component}> has the wrong form.", "Inside there may only be {content}."],
  "option-count": ["<{component}> has {count} <{option}>.", "It needs {least} to {most} <{option}>."],
  "one-right-answer": ["<KiemTra> has {count} right choices.", "Mark exactly one <LuaChon> with “dung”."],
  "empty-text": ["<{component}> is empty.", "Write at least one sentence inside."],
  "link-address": [
    "This link address is not allowed: “{url}”.",
    "Use https:, mailto:, # within the lesson, or the id of another lesson.",
  ],
  "link-broken": [
    "The link “{url}” leads nowhere.",
    "Point it at a heading of this lesson or at the id of a lesson of the course.",
  ],
  "image-no-alt": ["The image has no description.", "Write it in the square brackets: ![description](media/name.png)."],
  "image-place": [
    "The image “{url}” is not in the media/ folder of the course.",
    "Copy it into media/ and write media/name.png (png, jpg, webp, avif, gif).",
  ],
  "image-missing": ["The image “{url}” was not found.", "Add it to media/, or correct the name."],
  "media-missing": ["The file “{url}” was not found.", "Add the file to media/ of the course, or correct its name."],
  "heading-level-one": [
    "The lesson uses a first-level heading (#).",
    "Use ##; the first level is the title from the front matter.",
  ],
  "heading-too-deep": ["A heading of level {level} is too deep.", "Use only ## and ###."],
  "heading-order": ["A ### heading stands before the first ## heading.", "Put a ## heading before it, or make it ##."],
  "heading-empty": ["The heading has no words.", "Write them, or delete the # signs."],
  "id-duplicate": ["The id “{id}” is taken on line {line} of the lesson.", "Choose another."],
  "table-columns": [
    "This row of the table has {found} cells, the first has {expected}.",
    "Add or remove cells until there are {expected}.",
  ],
  "table-broken": ["The table was not recognized.", "Leave a blank line before it; each row begins with |."],
  "syntax-not-allowed": ["A lesson cannot use this syntax ({kind}).", "Use paragraphs, lists, tables or quotations."],
  "too-deep": ["The content is nested more than {limit} levels deep.", "Write it with fewer levels."],
  "too-many-parts": ["The lesson has more than {limit} elements.", "Split it into several lessons."],
  "line-too-long": [
    "The line is longer than {limit} characters.",
    "Split it into paragraphs with blank lines between.",
  ],
};
