import type { DemoCourse, DemoLesson } from "./DemoCourse.ts";
import { section } from "./section.ts";

const gettingIn = section("Getting in", [
  ["ln-sign-in", "Signing in, and the second factor", 5, 0.04],
  ["ln-tour", "A tour of the screen", 8, 0.02],
  ["ln-notifications", "Fewer notifications", 5, 0.03],
]);

const classicSearch = section("Working with tickets", [
  ["ln-search-classic", "Finding things with the classic search", 11, 0.42],
]);

const search = section("Working with tickets", [
  ["ln-search", "Finding things: the new search bar", 7, 0.05],
]);

const readingTicket = section("Working with tickets", [
  ["ln-reading", "Reading a ticket from the bottom up", 7, 0.03],
  ["ln-replying", "Replying, noting, mentioning", 9, 0.04],
]);

const priorities = section("Working with tickets", [
  ["ln-priorities", "Priorities and what they promise", 10, 0.06],
]);

const queues = section("Working as a team", [
  ["ln-queues", "Queues and hand-overs", 10, 0.04],
  ["ln-templates", "Reply templates", 8, 0.04, "optional"],
  ["ln-reports", "Reading the weekly report", 12, 0.18],
]);

const shortcuts = section("Getting fast", [
  ["ln-shortcuts", "Twelve keyboard shortcuts", 6, 0.04, "optional"],
  ["ln-try-it", "Try it: your first three tickets", 18, 0.08],
]);

const suggestedReplies = section("Working as a team", [
  ["ln-suggested-replies", "Suggested replies: check before you send", 8, 0.08],
]);

const renamed = (lesson: DemoLesson): DemoLesson =>
  lesson.id === "ln-tour" ? { ...lesson, title: "A tour of the new screen" } : lesson;

/**
 * Getting started with Lantern, the (made-up) ticket desk. Its new release changes the course
 * midway: a lesson is added, one is retired for another, one is renamed, and priorities move
 * forward.
 */
export const ticketDesk: DemoCourse = {
  id: "lantern-start",
  enrollment: "open",
  audience: 0.55,
  launch: 0.09,
  intake: { kind: "self" },
  deadline: null,
  outlines: [
    {
      from: 0,
      title: "Getting started with Lantern",
      lessons: [
        ...gettingIn,
        ...classicSearch,
        ...readingTicket,
        ...priorities,
        ...queues,
        ...shortcuts,
      ],
    },
    {
      from: 0.58,
      title: "Getting started with Lantern",
      lessons: [
        ...gettingIn.map(renamed),
        ...priorities,
        ...search,
        ...readingTicket,
        ...queues,
        ...suggestedReplies,
        ...shortcuts,
      ],
      replacedBy: { "ln-search-classic": "ln-search" },
    },
  ],
  mix: [
    ["keen", 24],
    ["steady", 40],
    ["pauser", 12],
    ["sampler", 24],
  ],
  renewalDays: null,
  refresherShare: 0.03,
  comebackShare: 0.18,
  exemptShare: 0,
  exemptReasons: [],
};
