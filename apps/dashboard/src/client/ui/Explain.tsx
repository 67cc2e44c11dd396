import { ActionIcon, Popover } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { PageLink } from "../address/PageLink.tsx";
import { type DefinitionName, definitions } from "../definitions/definitions.ts";
import { countText } from "../text/numbers.ts";

export interface ExplainProps {
  readonly of: DefinitionName;
  /** How many it is a number of. */
  readonly n?: number | undefined;
  /** Exclusions and intervals of this very number. */
  readonly details?: ReactNode;
  /** Where the people behind it are listed. */
  readonly rows?: { readonly href: string; readonly label: string } | undefined;
}

/** The ⓘ beside a number: what it means, of how many, and who they are. */
export function Explain({ of, n, details, rows }: ExplainProps) {
  const { name, formula, excludes } = definitions[of];
  return (
    <Popover width={320} position="bottom-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          className="md-explain"
          aria-label={`What “${name}” means`}
        >
          <IconInfoCircle size={15} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className="md-definition" aria-label={name}>
        <strong>{name}</strong>
        <dl>
          <dt>Formula</dt>
          <dd>{formula}</dd>
          <dt>Left out</dt>
          <dd>{excludes}</dd>
          {n === undefined ? null : (
            <>
              <dt>Of</dt>
              <dd>n = {countText(n)}</dd>
            </>
          )}
        </dl>
        {details}
        <p className="md-quiet">Definition 1</p>
        {rows === undefined ? null : <PageLink href={rows.href}>{rows.label}</PageLink>}
      </Popover.Dropdown>
    </Popover>
  );
}
