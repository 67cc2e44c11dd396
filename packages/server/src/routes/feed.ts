import { z } from "@hono/zod-openapi";
import { readFeed } from "@milepost/engine";
import { feedEvents } from "../feed/feedEvents.ts";
import { operation } from "../http/operation.ts";
import { feedPage, feedQuery, streamQuery } from "../schemas/feed.ts";

const shared = {
  method: "get",
  tag: "Feed",
  roles: ["learner", "administrator", "service"],
  params: z.object({}),
} as const;

export const feedOperations = [
  operation({
    ...shared,
    path: "/v1/events",
    operationId: "listEvents",
    summary: "Read what was recorded, from any point on",
    description:
      "The ledger in the order of its commits: all that was committed before the request, each " +
      "entry once. Who goes on from `next` skips nothing, however many write meanwhile. A " +
      "learner reads what is about them.",
    query: feedQuery,
    answer: feedPage,
    statuses: { 200: "A page of the feed." },
    refusals: ["cursor_invalid", "limit_out_of_range"],
    async handle({ db, scope, caller, query }) {
      const { learner } = caller;
      return { body: await readFeed(db, { ...query, learner: learner ?? undefined }, scope) };
    },
  }),
  operation({
    ...shared,
    path: "/v1/events/stream",
    operationId: "streamEvents",
    summary: "Follow what is recorded, live",
    description:
      "Server-sent events, each a feed entry as JSON with its cursor as the event's id, so that " +
      "a browser that lost the connection goes on where it was (`Last-Event-ID`). Without a " +
      "cursor it begins now. Whoever takes entries more slowly than they come is cut off, and " +
      "goes on from there.",
    query: streamQuery,
    headers: z.object({
      "last-event-id": z
        .string()
        .optional()
        .openapi({ description: "A cursor, which counts before `after`." }),
    }),
    answer: z.string(),
    statuses: { 200: "Events, until somebody lets go." },
    refusals: ["cursor_invalid"],
    handle: () => Promise.reject(new Error("This is answered as a stream.")),
    async stream({ feed, caller, query, header }, ended) {
      const after = header("last-event-id") || query.after;
      const { tenant } = caller;
      const following = { ...query, after, tenant, learner: caller.learner ?? undefined };
      return feedEvents(await feed.follow(following, ended));
    },
  }),
];
