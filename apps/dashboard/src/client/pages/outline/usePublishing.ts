import { ApiProblem, type OutlinePreview } from "@milepost/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { readOutlineChanges } from "../../api/reports.ts";
import { bodyOf } from "./draft/Draft.ts";
import { refusedFields } from "./draft/findMistakes.ts";
import { type Loaded, previewOutline, publishOutline, readOutline } from "./outlineApi.ts";
import type { Edit } from "./useEdit.ts";

/** A version that somebody else published while this one was edited. */
export interface Overtaking {
  readonly loaded: Loaded;
  readonly by: string | null;
  readonly at: string | null;
}

/** The way from a draft to a published version. */
export interface Publishing {
  readonly isOpen: boolean;
  readonly preview: OutlinePreview | null;
  readonly isPublishing: boolean;
  /** What went wrong and is of no field. */
  readonly failure: string | null;
  /** The version published last, until the next edit. */
  readonly published: number | null;
  readonly overtaking: Overtaking | null;
  open(): void;
  close(): void;
  publish(): void;
  /** Goes on from the version of somebody else, with the own edits or without. */
  goOn(options: { carryOver: boolean }): void;
}

/** Previews and publishes an edit of a course's outline. */
export function usePublishing(course: string, edit: Edit): Publishing {
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [published, setPublished] = useState<number | null>(null);
  const [overtaking, setOvertaking] = useState<Overtaking | null>(null);
  const { base, draft } = edit.history;
  const remember = (loaded: Loaded) => queries.setQueryData(["fixed", "outline", course], loaded);
  const closeFor = (next: Overtaking | null) => {
    setOvertaking(next);
    setOpen(false);
  };
  const onError = async (error: Error) => {
    const became = await toRefusal(error, course, edit);
    setFailure(became.failure);
    if (became.overtaking !== null) closeFor(became.overtaking);
    else if (became.failure === null) setOpen(false);
  };
  const previewing = useMutation({
    mutationFn: () => previewOutline(course, bodyOf(draft)),
    onSuccess: async ({ outlineVersion }) => {
      // It is compared with what is published now, which may be newer than what is edited.
      if (outlineVersion > base.outlineVersion + 1) closeFor(await readOvertaking(course));
    },
    onError,
  });
  const sending = useMutation({
    onMutate: () => setFailure(null),
    mutationFn: () => publishOutline(course, bodyOf(draft), edit.etag),
    onSuccess: (saved) => {
      remember(saved);
      void queries.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind !== "fixed" });
      edit.beginFrom(saved);
      closeFor(null);
      setPublished(saved.outline.outlineVersion);
    },
    onError,
  });
  return {
    isOpen,
    preview: previewing.data ?? null,
    isPublishing: sending.isPending,
    failure,
    published: edit.changes.any ? null : published,
    overtaking,
    open() {
      setFailure(null);
      setOpen(true);
      previewing.mutate();
    },
    close: () => setOpen(false),
    publish: () => sending.mutate(),
    goOn(options) {
      if (overtaking === null) return;
      remember(overtaking.loaded);
      edit.beginFrom(overtaking.loaded, options);
      setOvertaking(null);
    },
  };
}

/** What becomes of a refusal: shown at its fields, as somebody else's version, or in words. */
async function toRefusal(
  error: Error,
  course: string,
  edit: Edit,
): Promise<{ failure: string | null; overtaking: Overtaking | null }> {
  const inWords = (failure: string) => ({ failure, overtaking: null });
  if (!(error instanceof ApiProblem) || error.status >= 500) return inWords(error.message);
  if (error.status === 412) {
    try {
      return { failure: null, overtaking: await readOvertaking(course) };
    } catch (unread) {
      return inWords(`Another version was published meanwhile. ${(unread as Error).message}`);
    }
  }
  const { rest, ...mistakes } = refusedFields(edit.history.draft, error);
  edit.refuse(mistakes);
  return { failure: rest === "" ? null : rest, overtaking: null };
}

async function readOvertaking(course: string): Promise<Overtaking> {
  const [loaded, { items }] = await Promise.all([readOutline(course), readOutlineChanges(course)]);
  const { outlineVersion } = loaded.outline;
  const entry = items.find((one) => one.outlineVersion === outlineVersion);
  return { loaded, by: entry?.actor ?? null, at: entry?.changedAt ?? null };
}
