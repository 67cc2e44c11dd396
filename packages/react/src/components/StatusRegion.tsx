import { useEffect, useRef, useState } from "react";
import { useProgress } from "../provider/ProgressContext.ts";
import type { FactNews } from "../store/types.ts";

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
  const [said, setSaid] = useState({ politely: "", atOnce: "" });
  useEffect(() => {
    // Now, and not when there is something to say: there may be no network by then.
    const loading = import("./sayNews.ts").catch(() => null);
    let gathered: FactNews[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = async () => {
      const news = gathered;
      gathered = [];
      const { sayNews } = (await loading) ?? (await import("./sayNews.ts"));
      setSaid(sayNews(news, newest.current));
    };
    const end = store.happened.add((news) => {
      if (news.type !== "lesson.completed") return;
      gathered.push(news);
      clearTimeout(timer);
      timer = setTimeout(() => void say(), gatherMs);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [store]);
  return (
    <div className="lp-hidden">
      <div role="status">{said.politely}</div>
      <div role="alert">{said.atOnce}</div>
    </div>
  );
}
