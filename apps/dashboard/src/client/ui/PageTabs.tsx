import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";

interface Props<Name extends string> {
  /** By name, in the order in which they stand. */
  readonly tabs: Readonly<Record<Name, { readonly label: string }>>;
  readonly tab: Name;
  /** Called with nothing for the first tab, which an address does not name. */
  choose(tab: string | undefined): void;
  readonly children: ReactNode;
}

/** The tabs of a page, and what is under the one that is chosen. */
export function PageTabs<Name extends string>({ tabs, tab, choose, children }: Props<Name>) {
  const names = Object.keys(tabs) as Name[];
  return (
    <Tabs
      value={tab}
      onChange={(next) => choose(next === null || next === names[0] ? undefined : next)}
      keepMounted={false}
    >
      <Tabs.List>
        {names.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {tabs[name].label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab} pt="lg">
        {children}
      </Tabs.Panel>
    </Tabs>
  );
}
