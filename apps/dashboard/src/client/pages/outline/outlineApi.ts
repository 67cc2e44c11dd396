import type { Outline, OutlineInput, OutlinePreview } from "@milepost/client";
import { client } from "../../api/client.ts";

/** An outline with the ETag that an edit of it names. */
export interface Loaded {
  readonly outline: Outline;
  readonly etag: string | null;
}

/** The outline as it is published now. */
export async function readOutline(course: string): Promise<Loaded> {
  const params = { path: { course } };
  const { data, response } = await client.GET("/v1/courses/{course}", { params });
  if (data === undefined) throw new Error("The outline was answered without its lessons.");
  return { outline: data, etag: response.headers.get("etag") };
}

/** What an outline would change. Writes nothing. */
export async function previewOutline(course: string, body: OutlineInput): Promise<OutlinePreview> {
  const params = { path: { course } };
  return (await client.POST("/v1/courses/{course}/preview", { params, body })).data;
}

/**
 * Publishes an outline.
 *
 * @param etag - of the version that the edit began with
 * @throws `ApiProblem` of status 412 where another version was published since
 */
export async function publishOutline(
  course: string,
  body: OutlineInput,
  etag: string | null,
): Promise<Loaded> {
  const header = etag === null ? {} : { "if-match": etag };
  const params = { path: { course }, header };
  const { data, response } = await client.PUT("/v1/courses/{course}", { params, body });
  const { change: _, ...outline } = data;
  return { outline, etag: response.headers.get("etag") };
}
