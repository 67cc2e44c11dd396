import { Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { SavedView } from "@milepost/client";
import { IconBookmark, IconPlus, IconStarFilled } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { usePathname, useSearch } from "wouter/use-browser-location";
import { goTo } from "../address/useView.ts";
import { formatView, parseView } from "../address/view.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { type PageName, readViews } from "../api/views.ts";

const ViewDialog = lazy(() => import("./ViewDialog.tsx"));

/**
 * What was chosen on a page, under a name: one's own and everyone's. The starred one is what the
 * page opens with, where the address chooses nothing.
 */
export function SavedViews({ page }: { page: PageName }) {
  const path = usePathname();
  const search = useSearch();
  const queries = useQueryClient();
  const [isSaving, { open, close }] = useDisclosure();
  const views = useAnswer("fixed", ["views", page], () => readViews(page));
  const [edited, setEdited] = useState<SavedView | null>(null);
  const current = formatView(parseView(search));
  const items = views.data ?? [];
  const shown = items.find(({ query }) => query === current && current !== "");
  useDefault(items, path, current);
  const reload = () => void queries.invalidateQueries({ queryKey: ["fixed", "views", page] });
  return (
    <>
      <Menu shadow="md" position="bottom-end" width={280}>
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconBookmark size={15} aria-hidden />}
            data-shortcut="save-view"
          >
            {shown?.name ?? "Views"}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Choices items={items} shown={shown} path={path} />
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => {
              setEdited(null);
              open();
            }}
          >
            Save what is shown
          </Menu.Item>
          {shown?.isOwn ? (
            <Menu.Item
              onClick={() => {
                setEdited(shown);
                open();
              }}
            >
              Rename, share or delete “{shown.name}”
            </Menu.Item>
          ) : null}
          {current === "" ? null : <Menu.Item onClick={() => goTo(path)}>Reset the page</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {isSaving ? (
          <ViewDialog page={page} query={current} view={edited} onSaved={reload} close={close} />
        ) : null}
      </Suspense>
    </>
  );
}

interface ChoicesProps {
  readonly items: readonly SavedView[];
  readonly shown: SavedView | undefined;
  readonly path: string;
}

function Choices({ items, shown, path }: ChoicesProps) {
  return (
    <>
      <Menu.Label>{items.length === 0 ? "No saved views yet" : "Saved views"}</Menu.Label>
      {items.map((view) => (
        <Menu.Item
          key={view.id}
          aria-current={view.id === shown?.id ? "true" : undefined}
          onClick={() => goTo(view.query === "" ? path : `${path}?${view.query}`)}
          rightSection={
            view.isDefault && view.isOwn ? (
              <IconStarFilled size={13} aria-label="opens with this page" />
            ) : null
          }
        >
          {view.name}
          {view.isOwn ? null : <span className="md-quiet"> · {view.owner}</span>}
        </Menu.Item>
      ))}
    </>
  );
}

/** Opens a page with its starred view, once, where the address chooses nothing itself. */
function useDefault(items: readonly SavedView[], path: string, current: string): void {
  const [isAsked, setAsked] = useState(current !== "");
  const starred = items.find(({ isDefault, isOwn }) => isDefault && isOwn);
  useEffect(() => {
    if (isAsked || starred === undefined) return;
    setAsked(true);
    if (current === "") goTo(`${path}?${starred.query}`, { replace: true });
  }, [isAsked, starred, path, current]);
}
