/** What a list that comes in pages answers. */
interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** The items of each page of a list, from its beginning to its end. */
export async function everyPage<Item>(
  read: (after: string | undefined) => Promise<PageOf<Item>>,
): Promise<Item[][]> {
  const pages: Item[][] = [];
  let after: string | undefined;
  do {
    const { items, next } = await read(after);
    pages.push([...items]);
    after = next ?? undefined;
  } while (after !== undefined);
  return pages;
}
