import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type Draft, liveLessons } from "./draft/Draft.ts";
import type { Edit } from "./useEdit.ts";

/** What a row asks of the list it stands in; the same functions from drawing to drawing. */
export interface RowKeys {
  setCurrent(key: string): void;
  toggle(key: string): void;
  /** Closes what is opened, and returns to its row. */
  close(key: string): void;
  /** By so many places, or to the first of them. */
  shift(key: string, by: number | "first" | "last"): void;
  retire(key: string): void;
  takeBack(key: string): void;
}

/**
 * The lessons as one stop of the Tab key: arrows go through them, Alt with an arrow moves the one
 * that has the focus, and what happened is said.
 */
export function useLessonKeys(edit: Edit) {
  const { act } = edit;
  const { draft } = edit.history;
  const list = useRef<HTMLOListElement>(null);
  const [chosen, setCurrent] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const [said, say] = useState("");
  const focus = useFocusOnceDrawn(list);
  const latest = useRef(draft);
  latest.current = draft;

  const { row, move, go } = useMemo(() => {
    const go = (key: string, field = false) => {
      focus(key, field);
      setCurrent(key);
    };
    const move = (key: string, to: number) => {
      const live = liveLessons(latest.current);
      const from = live.findIndex((one) => one.key === key);
      if (from === -1) return;
      const at = Math.min(live.length - 1, Math.max(0, to));
      act({ type: "move", key, to: at });
      const verb = at === from ? "stays" : "is now";
      say(`${nameOf(latest.current, key)} ${verb} ${at + 1} of ${live.length}.`);
      go(key);
    };
    const row = createRowKeys({ act, latest, say, go, move, setCurrent, setOpened });
    return { row, move, go };
  }, [act, focus]);

  const isThere = chosen !== null && draft.lessons.some(({ key }) => key === chosen);
  const current = isThere ? chosen : draft.lessons[0]?.key;
  return {
    list,
    current,
    opened,
    said,
    move,
    row,
    /** Below the lesson that was chosen, or at the end. */
    add() {
      const key = crypto.randomUUID();
      act({ type: "add", key, title: "", ...(isThere ? { after: chosen } : {}) });
      setOpened(key);
      go(key, true);
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const { target } = event;
      const isRow = target instanceof HTMLElement && target.closest(".md-olesson-row") !== null;
      if (!isRow || current === undefined || event.ctrlKey || event.metaKey) return;
      const isKnown = onRowKey(event.key, event.altKey, { current, draft, row, go });
      if (isKnown) event.preventDefault();
    },
  };
}

/** Gives a row the focus when it is drawn: one that moves in the page loses the focus it had. */
function useFocusOnceDrawn(list: RefObject<HTMLOListElement | null>) {
  const wanted = useRef<{ key: string; field: boolean } | null>(null);
  useLayoutEffect(() => {
    const focus = wanted.current;
    if (focus === null) return;
    wanted.current = null;
    const row = list.current?.querySelector(`[data-key="${CSS.escape(focus.key)}"]`);
    row?.querySelector<HTMLElement>(focus.field ? "input[name=title]" : "button")?.focus();
  });
  return useCallback((key: string, field: boolean) => {
    wanted.current = { key, field };
  }, []);
}

interface RowParts {
  readonly act: Edit["act"];
  readonly latest: RefObject<Draft>;
  say(text: string): void;
  go(key: string): void;
  move(key: string, to: number): void;
  setCurrent(key: string): void;
  setOpened(next: (was: string | null) => string | null): void;
}

function createRowKeys(parts: RowParts): RowKeys {
  const { act, latest, say, go, move, setCurrent, setOpened } = parts;
  return {
    setCurrent,
    toggle: (key) => setOpened((was) => (was === key ? null : key)),
    close(key) {
      setOpened(() => null);
      go(key);
    },
    shift(key, by) {
      const at = liveLessons(latest.current).findIndex((one) => one.key === key);
      move(key, by === "first" ? 0 : by === "last" ? Number.POSITIVE_INFINITY : at + by);
    },
    retire(key) {
      const { lessons } = latest.current;
      const at = lessons.findIndex((one) => one.key === key);
      say(`${nameOf(latest.current, key)} will be retired.`);
      act({ type: "retire", key });
      const next = lessons[at]?.isNew ? (lessons[at + 1] ?? lessons[at - 1]) : lessons[at];
      if (next !== undefined) go(next.key);
    },
    takeBack(key) {
      say(`${nameOf(latest.current, key)} stays in the outline.`);
      act({ type: "takeBack", key });
      go(key);
    },
  };
}

interface Keyed {
  readonly current: string;
  readonly draft: Draft;
  readonly row: RowKeys;
  go(key: string): void;
}

/** @returns whether the key does anything */
function onRowKey(pressed: string, alt: boolean, { current, draft, row, go }: Keyed): boolean {
  const { lessons } = draft;
  const at = lessons.findIndex(({ key }) => key === current);
  if (pressed === "Delete" && !alt) {
    if (lessons[at]?.isRetired) row.takeBack(current);
    else row.retire(current);
    return true;
  }
  const last = lessons.length - 1;
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: last }[pressed];
  if (to === undefined) return false;
  if (alt) {
    const by = { ArrowUp: -1, ArrowDown: 1, Home: "first", End: "last" } as const;
    row.shift(current, by[pressed as keyof typeof by]);
  } else {
    const next = lessons[Math.min(last, Math.max(0, to))];
    if (next !== undefined) go(next.key);
  }
  return true;
}

function nameOf({ lessons }: Draft, key: string): string {
  const title = lessons.find((one) => one.key === key)?.title.trim() ?? "";
  return title === "" ? "The new lesson" : `“${title}”`;
}
