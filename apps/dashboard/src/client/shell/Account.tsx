import { ActionIcon, Menu } from "@mantine/core";
import { ApiProblem } from "@milepost/client";
import { IconIdBadge2, IconLogout } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { readSignedIn, signOut } from "../api/session.ts";
import { useAnswer } from "../api/useAnswer.ts";

/** Who is signed in, and the way out. Nothing where nobody is asked. */
export function Account() {
  useEndOfSession();
  const { data } = useAnswer("fixed", ["session"], readSignedIn);
  const [failed, setFailed] = useState(false);
  if (!data?.signedIn) return null;
  const name = data.name ?? "Signed in";
  const leave = () =>
    signOut().then(
      (to) => window.location.assign(to),
      () => setFailed(true),
    );
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`Account: ${name}`}>
          <IconIdBadge2 size={19} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{name}</Menu.Label>
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<IconLogout size={15} aria-hidden />}
          onClick={() => void leave()}
        >
          Sign out
        </Menu.Item>
        {failed ? <Menu.Label role="alert">That did not work. Try again.</Menu.Label> : null}
      </Menu.Dropdown>
    </Menu>
  );
}

/**
 * Where any answer says that nobody is signed in, asks again who is: the whole page then says that
 * the session is over, not each part of it that it failed.
 */
function useEndOfSession(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const ask = (error: unknown) => {
      if (!(error instanceof ApiProblem) || error.status !== 401) return;
      void queries.refetchQueries({ queryKey: ["fixed", "caller"] }, { cancelRefetch: false });
    };
    const isCaller = (key: readonly unknown[]) => key[0] === "fixed" && key[1] === "caller";
    const reads = queries.getQueryCache().subscribe((event) => {
      const hasFailed = event.type === "updated" && event.action.type === "error";
      if (hasFailed && !isCaller(event.query.queryKey)) ask(event.query.state.error);
    });
    const writes = queries.getMutationCache().subscribe((event) => {
      if (event.type === "updated" && event.action.type === "error") ask(event.action.error);
    });
    return () => {
      reads();
      writes();
    };
  }, [queries]);
}
