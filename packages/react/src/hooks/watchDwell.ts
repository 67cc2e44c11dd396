interface DwellOptions {
  /** Some of it has to be on the screen; the whole page where it is null. */
  readonly element: Element | null;
  readonly dwellMs?: number | undefined;
}

const usualDwellMs = 5_000;
const interactions = ["pointerdown", "keydown"] as const;

/**
 * Calls once: after the page was visible, and some of the element on the screen, for so long in
 * all, or when the learner did something with it meanwhile.
 *
 * @returns the function that ends it
 */
export function watchDwell(
  { element, dwellMs = usualDwellMs }: DwellOptions,
  onDwelt: () => void,
): () => void {
  let left = dwellMs;
  let since: number | null = null;
  let isOnScreen = element === null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = new AbortController();

  const finish = () => {
    end();
    onDwelt();
  };
  const update = () => {
    const isSeen = isOnScreen && document.visibilityState === "visible";
    if (isSeen === (since !== null)) return;
    if (isSeen) {
      since = performance.now();
      timer = setTimeout(finish, left);
    } else {
      left -= performance.now() - (since ?? 0);
      since = null;
      clearTimeout(timer);
    }
  };
  const observer =
    element === null
      ? null
      : new IntersectionObserver((entries) => {
          isOnScreen = entries.at(-1)?.isIntersecting ?? false;
          update();
        });
  function end() {
    clearTimeout(timer);
    observer?.disconnect();
    ended.abort();
  }

  const { signal } = ended;
  document.addEventListener("visibilitychange", update, { signal });
  for (const interaction of interactions) {
    (element ?? document).addEventListener(interaction, finish, { signal });
  }
  if (element !== null) observer?.observe(element);
  update();
  return end;
}
