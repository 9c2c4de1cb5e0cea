import { useWords } from "~/ui/words/use-words";
import { Icon } from "./icon";

export interface SummarizedError {
  /** The id of the field to go to; null for what belongs to the form as a whole. */
  fieldId: string | null;
  message: string;
}

export interface ErrorSummaryProps {
  errors: readonly SummarizedError[];
  title?: string;
}

/** Stands above the form after it came back: what is wrong, each line leading to its field. A page that comes with it begins there. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const t = useWords();
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus id="error-summary">
      <h2>
        <Icon name="stop" />
        {title ?? t("kit.errorSummaryTitle")}
      </h2>
      <ul>
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId}${message}`}>{fieldId === null ? message : <a href={`#${fieldId}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

interface FormWithErrors {
  errors?: string[];
}

/** Takes what conform's `useForm` gives: the form's errors, then those of each field in the order of the form. */
export function errorsOf(
  form: FormWithErrors,
  fields: Record<string, { id: string; errors?: string[] }>,
): SummarizedError[] {
  const ofForm = (form.errors ?? []).map((message) => ({ fieldId: null, message }));
  const ofFields = Object.values(fields).flatMap(({ id, errors }) =>
    (errors ?? []).map((message) => ({ fieldId: id, message })),
  );
  return [...ofForm, ...ofFields];
}
