import { CertificateStatus, DueBadge, SyncStatus } from "@milepost/react";
import { completed, makePage, viewed } from "./makePage.ts";
import { type GalleryState, stateOf } from "./Shown.tsx";
import type { SampleCourse } from "./sampleCourses.ts";

/** The deadline. */
export function dueStates(course: SampleCourse): GalleryState[] {
  const due = (at: string, { timeZone = "Europe/Berlin", overdue = false } = {}) =>
    stateOf(makePage(course, { deeds: viewed(1), due: { at, originalAt: at, timeZone, overdue } }));
  return [
    {
      name: "Due later",
      caption: "The day and the hour, and how far off that is.",
      state: due("2026-04-24T21:59:00.000Z"),
    },
    { name: "Due today", caption: "In hours.", state: due("2026-04-21T21:59:00.000Z") },
    {
      name: "Overdue",
      caption: "A word and a shape, not a color alone.",
      state: due("2026-04-17T21:59:00.000Z", { overdue: true }),
    },
    {
      name: "In a zone of its own",
      caption: "The deadline's own zone, wherever the learner is.",
      state: due("2026-04-24T21:00:00.000Z", { timeZone: "America/New_York" }),
    },
  ].map((state) => ({ ...state, shows: <DueBadge /> }));
}

/** Whether the certificate is earned, or what is missing. */
export function certificateStates(course: SampleCourse): GalleryState[] {
  const all = completed(1, 2, 3, 4, 5, 6);
  return [
    {
      name: "Earned",
      caption: "Only ever by what the server confirmed.",
      state: stateOf(makePage(course, { deeds: all, completedAt: "2026-04-10T09:00:00.000Z" })),
    },
    {
      name: "A few lessons missing",
      caption: "Up to three are named.",
      state: stateOf(makePage(course, { deeds: completed(1, 2, 3, 4) })),
    },
    {
      name: "Many lessons missing",
      caption: "More are in the outline, where they are easier to find.",
      state: stateOf(makePage(course, { deeds: completed(1) })),
    },
    {
      name: "Waiting for the server",
      caption: "All is done, and not all of it has arrived.",
      state: stateOf(makePage(course, { deeds: all.slice(0, 5) }), {
        pending: ["cleaning"],
        sync: { waiting: true },
      }),
    },
  ].map((state) => ({ ...state, shows: <CertificateStatus /> }));
}

/** What has not reached the server. */
export function syncStates(course: SampleCourse): GalleryState[] {
  const page = makePage(course, { deeds: completed(1, 2) });
  const pending = ["allergens", "heat"];
  const one = { unsent: 1, waiting: true };
  return [
    {
      name: "Offline",
      caption: "Two changes wait for the network.",
      state: stateOf(page, { pending, sync: { waiting: true, online: false } }),
    },
    {
      name: "Server away",
      caption: "There is a network, and no answer.",
      state: stateOf(page, { pending: ["allergens"], sync: one }),
    },
    {
      name: "Memory only",
      caption: "A browser that keeps nothing for the page, as some private windows.",
      state: stateOf(page, { pending, sync: { waiting: true, online: false, storage: "memory" } }),
    },
  ].map((state) => ({ ...state, shows: <SyncStatus /> }));
}
