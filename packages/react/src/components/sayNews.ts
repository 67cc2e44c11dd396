import "../messages/enMore.ts";
import type { Progress } from "../provider/ProgressContext.ts";
import type { FactNews } from "../store/types.ts";
import { refusalText } from "./refusalText.ts";

/** What is said of news that arrived together, once the page shows them. */
export function sayNews(news: readonly FactNews[], progress: Progress) {
  return { politely: sayPolitely(news, progress), atOnce: sayRefusals(news, progress) };
}

function sayPolitely(news: readonly FactNews[], { view, state, texts }: Progress): string {
  if (view === null) return "";
  const confirmed = news.filter(({ kind }) => kind === "confirmed");
  const lessons = new Set(confirmed.map(({ lesson }) => lesson));
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

function sayRefusals(news: readonly FactNews[], { view, texts }: Progress): string {
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
