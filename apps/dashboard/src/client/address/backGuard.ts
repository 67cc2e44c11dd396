type Guard = (event: PopStateEvent) => void;

let guard: Guard | null = null;

// Listeners of the window are called in the order in which they came, and the first is the only one
// that can keep the others from hearing: so this file is loaded before anything is drawn.
window.addEventListener("popstate", (event) => guard?.(event));

/**
 * Has Back and Forward ask first, before the page they leave is gone.
 *
 * @param next - may stop the event; there is one at a time
 * @returns takes it away again
 */
export function guardBack(next: Guard): () => void {
  guard = next;
  return () => {
    if (guard === next) guard = null;
  };
}
