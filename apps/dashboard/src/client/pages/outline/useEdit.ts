import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { type Changes, changesOf } from "./draft/changesOf.ts";
import { findMistakes, isMistaken, joinMistakes, type Mistakes } from "./draft/findMistakes.ts";
import { beginEdit, type History, type HistoryAct, stepEdit } from "./draft/history.ts";
import type { Loaded } from "./outlineApi.ts";

/** An edit under way, as the page shows it. */
export interface Edit {
  readonly history: History;
  readonly changes: Changes;
  readonly mistakes: Mistakes;
  readonly isMistaken: boolean;
  /** Of the version that the edit began with. */
  readonly etag: string | null;
  act(act: HistoryAct): void;
  /** Begins anew from a version, with the edits made so far or without. */
  beginFrom(loaded: Loaded, options?: { carryOver: boolean }): void;
  /** Shows what the API refused at the fields it names, until the next edit. */
  refuse(mistakes: Mistakes): void;
}

/** Holds an edit that begins with what was loaded. */
export function useEdit(loaded: Loaded): Edit {
  const [history, step] = useReducer(stepEdit, loaded.outline, beginEdit);
  const [etag, setEtag] = useState(loaded.etag);
  const [refused, setRefused] = useState<Mistakes | null>(null);
  const { base, draft } = history;
  const changes = useMemo(() => changesOf(base, draft), [base, draft]);
  const own = useMemo(() => findMistakes(draft), [draft]);
  const mistakes = useMemo(() => joinMistakes(own, refused), [own, refused]);

  const act = useCallback((one: HistoryAct) => {
    setRefused(null);
    step(one);
  }, []);
  const beginFrom = useCallback(
    ({ outline, etag }: Loaded, { carryOver } = { carryOver: false }) => {
      setEtag(etag);
      act({ type: carryOver ? "carryOver" : "begin", outline });
    },
    [act],
  );
  // Read again behind an edit that has not begun: nothing is lost by showing it.
  useEffect(() => {
    if (!changes.any && loaded.outline.outlineVersion > base.outlineVersion) beginFrom(loaded);
  }, [loaded, changes.any, base.outlineVersion, beginFrom]);

  return {
    history,
    changes,
    mistakes,
    isMistaken: isMistaken(own),
    etag,
    act,
    beginFrom,
    refuse: setRefused,
  };
}
