// Text is kept in one way, whether it comes in a course folder, through a form or in a file of questions.
export { cleanField, cleanFile, slugOf } from "../../courses/clean-text";
