import "../messages/enMore.ts";
import { useProgress } from "../provider/ProgressContext.ts";
import { Icon } from "./Icon.tsx";

/**
 * What has not reached the server, and a way to try now. Seen only while something waits: nothing
 * here ever says that all is saved.
 */
export function SyncStatus() {
  const { store, state, texts } = useProgress();
  const { waiting, unsent, online, storage } = state.sync;
  if (!waiting) return null;
  return (
    <div className="lp lp-sync" part="sync" data-state="pending">
      <Icon name="sync" />
      <span>
        {online ? null : `${texts.text("offline")} `}
        {texts.text("unsent", { count: unsent })}
        {storage === "memory" ? ` · ${texts.text("memoryOnly")}` : null}
      </span>
      <button type="button" className="lp-quiet-button" onClick={store.retry}>
        {texts.text("send")}
      </button>
    </div>
  );
}
