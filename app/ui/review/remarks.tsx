import { type Remark, REMARK_LENGTH } from "~/domain/courses/drafts/review";
import { formatDateTime } from "~/domain/time";
import { Button } from "~/ui/kit/button";
import { Disclosure } from "~/ui/kit/disclosure";
import { PostForm } from "~/ui/kit/post-form";
import { StatusTag } from "~/ui/kit/status-tag";
import { TextArea } from "~/ui/kit/text-area";
import { useWords } from "~/ui/words/use-words";

/** Remarks with their answers; who may, answers and settles them where they stand. */
export function RemarkList({
  remarks,
  mayRemark,
  gone = false,
}: {
  remarks: readonly Remark[];
  mayRemark: boolean;
  /** Their block is there no more: they say what they were about. */
  gone?: boolean;
}) {
  if (remarks.length === 0) return null;
  return (
    <ul className="review-remarks">
      {remarks.map((remark) => (
        <li key={remark.id} id={`remark-${remark.id}`}>
          <OneRemark remark={remark} mayRemark={mayRemark} gone={gone} />
        </li>
      ))}
    </ul>
  );
}

function OneRemark({ remark, mayRemark, gone }: { remark: Remark; mayRemark: boolean; gone: boolean }) {
  const t = useWords();
  const settled = remark.resolvedAt !== null;
  return (
    <>
      <p className="review-facts">
        <strong>{remark.writtenByName}</strong>
        <span className="muted">{formatDateTime(remark.writtenAt)}</span>
        <StatusTag tone={settled ? "success" : "warning"} icon={settled ? "check-circle" : "info"}>
          {settled ? t("review.remarkResolved", { name: remark.resolvedByName ?? "" }) : t("review.remarkOpen")}
        </StatusTag>
      </p>
      {gone && remark.quote ? <p className="hint">{t("review.remarkGone", { quote: remark.quote })}</p> : null}
      <p className="review-said">{remark.text}</p>
      {remark.answers.length > 0 ? (
        <ul className="review-answers">
          {remark.answers.map((answer) => (
            <li key={answer.id}>
              <p className="review-facts">
                <strong>{answer.writtenByName}</strong>
                <span className="muted">{formatDateTime(answer.writtenAt)}</span>
              </p>
              <p className="review-said">{answer.text}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {mayRemark ? (
        <div className="review-tools no-print">
          <Disclosure summary={t("review.answer")}>
            <PostForm className="form">
              <input type="hidden" name="remark" value={remark.id} />
              <TextArea
                id={`answer-${remark.id}`}
                name="text"
                label={t("review.answerText")}
                rows={3}
                maxLength={REMARK_LENGTH}
                required
              />
              <Button kind="secondary" name="intent" value="answer">
                {t("review.answer")}
              </Button>
            </PostForm>
          </Disclosure>
          <PostForm>
            <input type="hidden" name="remark" value={remark.id} />
            <Button kind="quiet" name="intent" value={settled ? "reopen" : "resolve"}>
              {t(settled ? "review.reopen" : "review.resolve")}
            </Button>
          </PostForm>
        </div>
      ) : null}
    </>
  );
}

/** A remark to write, folded away until it is wanted. */
export function RemarkForm({
  path,
  block,
  quote,
  label,
}: {
  path: string;
  block: string | null;
  quote: string | null;
  label: string;
}) {
  const t = useWords();
  const id = `remark-on-${block ?? path.replace(/[^a-z0-9]+/gi, "-")}`;
  return (
    <div className="no-print">
      <Disclosure summary={label}>
        <PostForm className="form">
          <input type="hidden" name="path" value={path} />
          {block ? <input type="hidden" name="block" value={block} /> : null}
          {quote ? <input type="hidden" name="quote" value={quote} /> : null}
          <TextArea id={id} name="text" label={t("review.remarkText")} rows={3} maxLength={REMARK_LENGTH} required />
          <Button kind="secondary" name="intent" value="remark">
            {t("review.remark")}
          </Button>
        </PostForm>
      </Disclosure>
    </div>
  );
}
