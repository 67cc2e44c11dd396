import { AppShell, Burger } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useEffect } from "react";
import { usePathname } from "wouter/use-browser-location";
import { Account } from "./Account.tsx";
import { FreshnessChip } from "./FreshnessChip.tsx";
import { Rail } from "./Rail.tsx";
import { ScopeBar } from "./ScopeBar.tsx";
import { Shortcuts } from "./Shortcuts.tsx";
import { ThemeButton } from "./ThemeButton.tsx";
import { ZonePicker } from "./ZonePicker.tsx";

/** What stands around every page: where one can go, what is looked at, how fresh it is. */
export function Shell({ children }: { children: ReactNode }) {
  const [isOpen, { toggle, close }] = useDisclosure();
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed when the page changes.
  useEffect(close, [path]);
  return (
    <AppShell
      layout="alt"
      header={{ height: 56 }}
      navbar={{ width: 208, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
    >
      <a className="md-skip" href="#main">
        Skip to the page
      </a>
      <AppShell.Header className="md-top">
        <Burger
          opened={isOpen}
          onClick={toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={isOpen ? "Close the menu" : "Open the menu"}
        />
        <ScopeBar />
        <div className="md-top-end">
          <FreshnessChip />
          <ZonePicker />
          <Shortcuts />
          <ThemeButton />
          <Account />
        </div>
      </AppShell.Header>
      <AppShell.Navbar className="md-rail">
        <Rail onClose={close} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        {children}
      </AppShell.Main>
    </AppShell>
  );
}
