import type { MilepostClient } from "@milepost/client";

/** A group whose members belonged to it before anything that the demo tells. */
export async function addGroup(
  client: MilepostClient,
  group: { readonly id: string; readonly name: string; readonly learners: string[] },
): Promise<void> {
  const params = { path: { group: group.id } };
  await client.PUT("/v1/groups/{group}", { params, body: { name: group.name } });
  await client.POST("/v1/groups/{group}/members", {
    params,
    body: { learners: group.learners, joinedAt: "2020-01-01T00:00:00.000Z" },
  });
}

/** Who there is, by id. */
export async function learnerIds(client: MilepostClient): Promise<string[]> {
  const { items } = (await client.GET("/v1/learners", { params: { query: { limit: 1_000 } } }))
    .data;
  return items.map(({ id }) => id);
}
