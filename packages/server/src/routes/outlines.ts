import { z } from "@hono/zod-openapi";
import {
  listCourses,
  listOutlineChanges,
  previewOutline,
  putOutline,
  readOutline,
} from "@milepost/engine";
import { etagOf, matchesEtag, outlineCondition } from "../http/etag.ts";
import { operation } from "../http/operation.ts";
import { coursePath } from "../schemas/ids.ts";
import { noQuery } from "../schemas/noQuery.ts";
import {
  courseSummary,
  outline,
  outlineChangeEntry,
  outlineExample,
  outlineInput,
  outlinePreview,
  outlineSaved,
} from "../schemas/outline.ts";
import { page, pageQuery } from "../schemas/page.ts";

const tag = "Outlines";
const roles = ["administrator", "service"] as const;
const etag = { ETag: 'The outline\'s version, such as `"3"`.' };

export const outlineOperations = [
  operation({
    method: "put",
    path: "/v1/courses/{course}",
    operationId: "putOutline",
    tag,
    summary: "Create a course, or edit its outline",
    description:
      "The whole outline, in order. Lessons are told apart by id: new ones are added, missing " +
      "ones retired, the rest moved or renamed. Every open attempt is recounted before this " +
      "answers. An identical outline changes nothing and keeps the version.",
    roles,
    params: coursePath,
    query: noQuery,
    body: { schema: outlineInput, required: true, example: outlineExample },
    headers: z.object({
      "if-match": z.string().optional().openapi({
        description:
          "The ETag of the outline that the edit began with: refused when it is another by now.",
      }),
      "if-none-match": z.literal("*").optional().openapi({
        description: "`*`: refused unless the course is new.",
      }),
    }),
    answer: outlineSaved,
    statuses: { 200: "The outline as it is now.", 201: "The course was created." },
    answerHeaders: etag,
    refusals: [
      "lesson_of_another_course",
      "lesson_repeated",
      "outline_version_mismatch",
      "outline_too_large",
      "replacement_not_found",
      "text_out_of_range",
      "time_out_of_range",
      "id_out_of_range",
    ],
    async handle({ db, scope, params, body, header }) {
      const condition = outlineCondition(header);
      const { created, ...saved } = await putOutline(
        db,
        { ...params, ...body, ...condition },
        scope,
      );
      return { status: created ? 201 : 200, body: saved, headers: etagOf(saved) };
    },
  }),
  operation({
    method: "post",
    path: "/v1/courses/{course}/preview",
    operationId: "previewOutline",
    tag,
    summary: "See what an edit would do",
    description: "Writes nothing. `effect` counts the attempts that the edit would touch.",
    roles,
    params: coursePath,
    query: noQuery,
    body: { schema: outlineInput, required: true, example: outlineExample },
    answer: outlinePreview,
    statuses: { 200: "The outline as it would be." },
    refusals: [
      "lesson_of_another_course",
      "lesson_repeated",
      "outline_too_large",
      "text_out_of_range",
      "time_out_of_range",
      "id_out_of_range",
    ],
    async handle({ db, scope, params, body }) {
      return { body: await previewOutline(db, { ...params, ...body }, scope) };
    },
  }),
  operation({
    method: "get",
    path: "/v1/courses/{course}",
    operationId: "readOutline",
    tag,
    summary: "Read a course and its outline",
    roles,
    params: coursePath,
    query: noQuery,
    headers: z.object({
      "if-none-match": z.string().optional().openapi({ description: "An ETag already known." }),
    }),
    answer: outline,
    statuses: { 200: "The outline.", 304: "It is still the one named by If-None-Match." },
    answerHeaders: etag,
    refusals: ["course_not_found", "id_out_of_range"],
    async handle({ db, scope, params, header }) {
      const found = await readOutline(db, params, scope);
      const headers = etagOf(found);
      return matchesEtag(header("if-none-match"), headers.etag)
        ? { status: 304, body: null, headers }
        : { body: found, headers };
    },
  }),
  operation({
    method: "get",
    path: "/v1/courses",
    operationId: "listCourses",
    tag,
    summary: "List the courses, by id",
    roles,
    params: z.object({}),
    query: pageQuery,
    answer: page("CoursePage", courseSummary),
    statuses: { 200: "A page of courses." },
    refusals: ["cursor_invalid", "limit_out_of_range"],
    async handle({ db, scope, query }) {
      return { body: await listCourses(db, query, scope) };
    },
  }),
  operation({
    method: "get",
    path: "/v1/courses/{course}/changes",
    operationId: "listOutlineChanges",
    tag,
    summary: "List the edits of an outline, newest first",
    roles,
    params: coursePath,
    query: pageQuery,
    answer: page("OutlineChangePage", outlineChangeEntry),
    statuses: { 200: "A page of edits." },
    refusals: ["course_not_found", "cursor_invalid", "limit_out_of_range", "id_out_of_range"],
    async handle({ db, scope, params, query }) {
      const { items, next } = await listOutlineChanges(db, { ...params, ...query }, scope);
      return { body: { items: items.map(entryOf), next } };
    },
  }),
];

function entryOf({
  outlineVersion,
  changedAt,
  actor,
  title,
  totalLessons,
  change,
}: Awaited<ReturnType<typeof listOutlineChanges>>["items"][number]) {
  return { outlineVersion, changedAt, actor, title, totalLessons, change };
}
