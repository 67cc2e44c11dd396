import { useProgress } from "../provider/ProgressContext.ts";

/** Said where progress could not be had at all. The lesson beside it goes on. */
export function LoadFailed() {
  const { store, texts } = useProgress();
  return (
    <div className="lp lp-failed" data-state="error" part="error">
      <span>{texts.text("failed")}</span>
      <button type="button" className="lp-quiet-button" onClick={store.retry}>
        {texts.text("retry")}
      </button>
    </div>
  );
}
