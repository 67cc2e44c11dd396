import { z } from "@hono/zod-openapi";
import {
  createSavedView,
  deleteSavedView,
  listSavedViews,
  putSavedView,
  type SavedView,
} from "@milepost/engine";
import { operation } from "../http/operation.ts";
import { savedViewPath } from "../schemas/ids.ts";
import { noQuery } from "../schemas/noQuery.ts";
import {
  dashboardPage,
  savedView,
  savedViewDeleted,
  savedViewInput,
  savedViewList,
} from "../schemas/savedView.ts";

const shared = { tag: "Views", roles: ["administrator", "service"] } as const;
const body = {
  schema: savedViewInput,
  required: true,
  example: {
    name: "Overdue at night",
    page: "deadlines",
    query: "v=1&group=night-shift",
    visibility: "everyone",
  },
} as const;

export const savedViewOperations = [
  operation({
    ...shared,
    method: "get",
    path: "/v1/views",
    operationId: "listSavedViews",
    summary: "List your saved views and those for everyone, by name",
    description: "All of them: there are at most 500 of each.",
    params: z.object({}),
    query: z.strictObject({ page: dashboardPage.optional() }),
    answer: savedViewList,
    statuses: { 200: "The views." },
    refusals: [],
    async handle({ db, scope, caller: { owner }, query: { page } }) {
      const views = await listSavedViews(db, { owner, page }, scope);
      return { body: { items: views.map((view) => answerOf(view, owner)) } };
    },
  }),
  operation({
    ...shared,
    method: "post",
    path: "/v1/views",
    operationId: "createSavedView",
    summary: "Save a page of the dashboard with its filters",
    description:
      "It is the caller's, and no one else's to change. You have up to 500, and a tenant up to " +
      "500 that everyone sees.",
    params: z.object({}),
    query: noQuery,
    body,
    answer: savedView,
    statuses: { 201: "The view." },
    refusals: ["text_out_of_range", "saved_views_too_many"],
    async handle({ db, scope, caller: { owner }, body }) {
      const saved = await createSavedView(db, { ...body, owner }, scope);
      return { status: 201, body: answerOf(saved, owner) };
    },
  }),
  operation({
    ...shared,
    method: "put",
    path: "/v1/views/{view}",
    operationId: "putSavedView",
    summary: "Replace a saved view of yours",
    description: "`isDefault` left out is false.",
    params: savedViewPath,
    query: noQuery,
    body,
    answer: savedView,
    statuses: { 200: "The view as it is now." },
    refusals: [
      "saved_view_not_found",
      "saved_view_of_another",
      "text_out_of_range",
      "saved_views_too_many",
    ],
    async handle({ db, scope, caller: { owner }, params, body }) {
      const saved = await putSavedView(db, { ...params, ...body, owner }, scope);
      return { body: answerOf(saved, owner) };
    },
  }),
  operation({
    ...shared,
    method: "delete",
    path: "/v1/views/{view}",
    operationId: "deleteSavedView",
    summary: "Delete a saved view of yours",
    params: savedViewPath,
    query: noQuery,
    answer: savedViewDeleted,
    statuses: { 200: "It is deleted." },
    refusals: ["saved_view_not_found", "saved_view_of_another"],
    async handle({ db, scope, caller: { owner }, params }) {
      return { body: await deleteSavedView(db, { ...params, owner }, scope) };
    },
  }),
];

function answerOf(view: SavedView, caller: string): z.input<typeof savedView> {
  return { ...view, isOwn: view.owner === caller };
}
