import { browserSealKey, openBrowserSeal } from "~/platform/browser-seal.server";
import { type AnswerFileContent, type AnswerFileFault, readContent, readSealedFile } from "./answer-file";
import { answerFilePurpose } from "./answer-file-format";

const USE = "answer-file";

/** For the page of a paper: what `sealAnswers` of ui/paper needs. */
export const answerFilePublicKey = (): string => browserSealKey(USE);

export type OpenedAnswerFile =
  { kind: "opened"; content: AnswerFileContent } | { kind: "fault"; fault: AnswerFileFault };

/** Opens what `sealAnswers` has sealed, or says what is wrong with it. */
export function openAnswerFile(text: string): OpenedAnswerFile {
  const file = readSealedFile(text);
  if (!file.ok) return { kind: "fault", fault: file.fault };
  const { attempt, key, iv, data } = file.value;
  const opened = openBrowserSeal({
    use: USE,
    purpose: answerFilePurpose(attempt),
    additional: attempt,
    key,
    iv,
    data,
  });
  if (opened === null) return { kind: "fault", fault: "cannot-be-opened" };
  const content = readContent(opened, attempt);
  return content.ok ? { kind: "opened", content: content.value } : { kind: "fault", fault: content.fault };
}
