import { Button } from "~/ui/kit/button";
import { useWords } from "~/ui/words/use-words";

/** A change is shown before it is recorded; or one goes back to the person. */
export function ShowButtons({ back }: { back: string }) {
  const t = useWords();
  return (
    <div className="buttons">
      <Button name="intent" value="show">
        {t("staffChange.show")}
      </Button>
      <a href={back}>{t("kit.cancel")}</a>
    </div>
  );
}
