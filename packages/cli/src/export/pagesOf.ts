import type { Page } from "@milepost/engine";

/** The pages of a list, one after the other. */
export async function* pagesOf<T>(
  read: (page: { limit: number; after?: string }) => Promise<Page<T>>,
): AsyncGenerator<readonly T[]> {
  const limit = 1_000;
  let page = await read({ limit });
  yield page.items;
  while (page.next !== null) {
    page = await read({ limit, after: page.next });
    yield page.items;
  }
}
