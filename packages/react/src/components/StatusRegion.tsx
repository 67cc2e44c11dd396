import { useEffect, useRef, useState } from "react";
import type { Progress } from "../provider/ProgressContext.ts";
import { useProgress } from "../provider/ProgressContext.ts";
import type { FactNews } from "../store/types.ts";
import { refusalText } from "./refusalText.ts";

/** News within this time are said in one sentence. */
const gatherMs = 400;

/**
 * The page's one place where changes are said to screen readers: politely, and at once where
 * something went wrong. Belongs to the provider.
 */
export function StatusRegion() {
  const progress = useProgress();
  const { store } = progress;
  const newest = useRef(progress);
  newest.current = progress;
  const [said, setSaid] = useState("");
  const [alert, setAlert] = useState("");
  useEffect(() => {
    let gathered: FactNews[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = store.happened.add((news) => {
      if (news.type !== "lesson.completed") return;
      gathered.push(news);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const all = gathered;
        gathered = [];
        setSaid(politely(all, newest.current));
        setAlert(refusals(all, newest.current));
      }, gatherMs);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [store]);
  return (
    <>
      <div className="lp-hidden" role="status">
        {said}
      </div>
      <div className="lp-hidden" role="alert">
        {alert}
      </div>
    </>
  );
}

function politely(news: readonly FactNews[], { view, state, texts }: Progress): string {
  if (view === null) return "";
  const lessons = new Set(
    news.filter(({ kind }) => kind === "confirmed").map(({ lesson }) => lesson),
  );
  const [first] = lessons;
  const counts = { completed: view.confirmed, total: view.total };
  if (first !== undefined) {
    const count = lessons.size;
    const text =
      count === 1
        ? texts.text("saidComplete", { lesson: titleOf(first, view), ...counts })
        : texts.text("saidSynced", { count, ...counts });
    return view.isComplete ? `${text} ${texts.text("saidCourse")}` : text;
  }
  const pending = news.find(({ kind }) => kind === "pending");
  if (pending === undefined || !state.sync.waiting) return "";
  return texts.text("saidQueued", { lesson: titleOf(pending.lesson, view) });
}

function refusals(news: readonly FactNews[], { view, texts }: Progress): string {
  if (view === null) return "";
  return news
    .flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal]))
    .map((refusal) => {
      const reason = refusalText(refusal, texts);
      return texts.text("saidRefused", { lesson: titleOf(refusal.lesson, view), reason });
    })
    .join(" ");
}

function titleOf(lesson: string, { lessons }: NonNullable<Progress["view"]>): string {
  return lessons.find(({ id }) => id === lesson)?.title ?? lesson;
}
