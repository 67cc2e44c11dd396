import type { SavedView, SavedViewInput } from "@milepost/client";
import { client } from "./client.ts";

export type PageName = SavedViewInput["page"];

/** The views of a page that one may see: one's own, and those for everyone. */
export async function readViews(page: PageName): Promise<readonly SavedView[]> {
  return (await client.GET("/v1/views", { params: { query: { page } } })).data.items;
}

/** Saves a view under a name. */
export async function createView(body: SavedViewInput): Promise<SavedView> {
  const header = { "idempotency-key": crypto.randomUUID() };
  return (await client.POST("/v1/views", { params: { header }, body })).data;
}

/** Gives a view of one's own another query, name or reach. */
export async function changeView(view: SavedView, change: Partial<SavedViewInput>) {
  const { name, query, visibility, isDefault } = view;
  const body = { page: view.page as PageName, name, query, visibility, isDefault, ...change };
  return (await client.PUT("/v1/views/{view}", { params: { path: { view: view.id } }, body })).data;
}

/** Deletes a view of one's own. */
export async function deleteView({ id }: SavedView): Promise<void> {
  await client.DELETE("/v1/views/{view}", { params: { path: { view: id } } });
}
