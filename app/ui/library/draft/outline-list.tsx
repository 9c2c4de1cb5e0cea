import { Form, useNavigation, useSubmit } from "@remix-run/react";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { BuilderLesson } from "~/domain/courses/drafts/builder-view";
import { formatDateTime } from "~/domain/time";
import { draftLessonPath } from "~/paths";
import { Icon } from "~/ui/kit/icon";
import { useHydrated } from "~/ui/kit/interactive/use-hydrated";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";
import { LessonMenu } from "./lesson-menu";

/**
 * The lessons in their order. Up and down are buttons of a form and need no script; with it a lesson can also be dragged, and the
 * focus stays on the button of the lesson that was moved.
 */
export function OutlineList({ course, lessons, open }: { course: string; lessons: BuilderLesson[]; open: boolean }) {
  const t = useWords();
  const { order, dragged, handle, list } = useDragging(lessons);
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const idle = useNavigation().state === "idle";
  const placeNow = focusOn === null ? -1 : lessons.findIndex(({ id }) => focusOn.endsWith(`-${id}`));
  useEffect(() => {
    if (focusOn === null || !idle) return;
    const button = document.getElementById(focusOn) as HTMLButtonElement | null;
    // At the end of the list that way is shut: then the other one.
    const id = focusOn.replace(/^(up|down)-/, "");
    const target = button?.disabled
      ? document.getElementById(`${focusOn.startsWith("up") ? "down" : "up"}-${id}`)
      : button;
    target?.focus();
  }, [focusOn, idle, placeNow]);
  const shown = order.map((id) => lessons.find((lesson) => lesson.id === id)!).filter(Boolean);
  return (
    <>
      <ol className="outline-list" ref={list}>
        {shown.map((lesson, index) => (
          <li
            key={lesson.id}
            className={dragged === lesson.id ? "outline-item outline-item-dragged" : "outline-item"}
            data-lesson={lesson.id}
          >
            {open ? (
              <Moves
                lesson={lesson}
                first={index === 0}
                last={index === shown.length - 1}
                handle={handle(lesson.id)}
                onMove={setFocusOn}
              />
            ) : null}
            <div className="outline-text">
              <p className="kicker">{t("draft.place", { number: index + 1 })}</p>
              <p>
                <a href={draftLessonPath(course, lesson.id)}>{lesson.title}</a>
              </p>
              <LessonFacts lesson={lesson} />
            </div>
            {open ? <LessonMenu lesson={lesson} /> : null}
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {placeNow >= 0
          ? t("draft.moved", {
              title: lessons[placeNow]!.title,
              place: placeNow + 1,
              count: lessons.length,
            })
          : ""}
      </p>
    </>
  );
}

function LessonFacts({ lesson }: { lesson: BuilderLesson }) {
  const t = useWords();
  return (
    <p className="outline-facts">
      <span>{t(lesson.required ? "draft.required" : "draft.optional")}</span>
      {lesson.words > 0 ? <span>{t("draft.minutesAbout", { count: lesson.minutes })}</span> : null}
      {lesson.missing ? <StatusTag tone="danger">{t("draft.lessonMissing")}</StatusTag> : null}
      {lesson.words === 0 && !lesson.missing ? <StatusTag tone="warning">{t("draft.lessonEmpty")}</StatusTag> : null}
      {lesson.errors > 0 ? (
        <StatusTag tone="danger" icon="warning">
          {t("draft.lessonErrors", { count: lesson.errors })}
        </StatusTag>
      ) : null}
      {lesson.changedAt && lesson.changedByName ? (
        <span>{t("draft.lessonChanged", { date: formatDateTime(lesson.changedAt), name: lesson.changedByName })}</span>
      ) : null}
    </p>
  );
}

function Moves(props: {
  lesson: BuilderLesson;
  first: boolean;
  last: boolean;
  handle: object;
  onMove: (button: string) => void;
}) {
  const t = useWords();
  const { lesson, first, last, handle, onMove } = props;
  const hydrated = useHydrated();
  return (
    <div className="outline-moves">
      {hydrated ? (
        <span className="outline-handle" title={t("draft.dragHint", { title: lesson.title })} {...handle} aria-hidden>
          <Icon name="menu" />
        </span>
      ) : null}
      <Form method="post" preventScrollReset>
        <input type="hidden" name="lesson" value={lesson.id} />
        {(["up", "down"] as const).map((way) => (
          <button
            key={way}
            id={`${way}-${lesson.id}`}
            className="button button-quiet outline-move"
            name="intent"
            value={way}
            disabled={way === "up" ? first : last}
            onClick={() => onMove(`${way}-${lesson.id}`)}
          >
            <Icon name={way} label={t(`draft.${way}`, { title: lesson.title })} />
          </button>
        ))}
      </Form>
    </div>
  );
}

/** The order on the page: that of the draft, and while something is dragged the one that it would have. */
function useDragging(lessons: readonly BuilderLesson[]) {
  const ids = lessons.map(({ id }) => id);
  const stored = ids.join();
  const [tentative, setTentative] = useState<string[] | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const submit = useSubmit();
  const busy = useNavigation().state !== "idle";
  // What was dropped stays where it was dropped until the draft says its order.
  useEffect(() => {
    if (!busy && dragged === null) setTentative(null);
  }, [busy, dragged, stored]);
  const order = tentative ?? ids;
  const over = (y: number): number => {
    const items = [...(list.current?.children ?? [])];
    const at = items.findIndex((item) => {
      const { top, height } = item.getBoundingClientRect();
      return y < top + height / 2;
    });
    return at < 0 ? items.length : at;
  };
  const handle = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged(id);
      setTentative(ids);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (dragged !== id) return;
      const from = order.indexOf(id);
      const to = over(event.clientY);
      const others = order.filter((each) => each !== id);
      others.splice(to > from ? to - 1 : to, 0, id);
      if (others.join() !== order.join()) setTentative(others);
    },
    onPointerUp: () => {
      if (dragged !== id) return;
      setDragged(null);
      if (order.join() !== stored) {
        submit({ intent: "order", order: order.join(",") }, { method: "post", preventScrollReset: true });
      }
    },
    onPointerCancel: () => {
      setDragged(null);
      setTentative(null);
    },
  });
  return { order: order.filter((id) => ids.includes(id)), dragged, handle, list };
}
