import type { CourseProgressPage } from "@milepost/client";
import { ProgressProvider } from "@milepost/react";
import type { ReactNode } from "react";
import { addressOf } from "./addresses.ts";

interface TrackedProps {
  readonly page: CourseProgressPage;
  readonly now: string;
  readonly announce?: boolean;
  readonly children: ReactNode;
}

/** The site's own way to provide a course's progress: its tokens, its addresses. */
export function Tracked({ page, now, announce, children }: TrackedProps) {
  return (
    <ProgressProvider
      initial={page}
      now={now}
      getToken={fetchToken}
      hrefFor={addressOf}
      timeZone="Europe/Berlin"
      locale="en-GB"
      announce={announce}
    >
      {children}
    </ProgressProvider>
  );
}

async function fetchToken(): Promise<string> {
  const response = await fetch("/demo/token");
  if (!response.ok) throw new Error(`No token: ${response.status}`);
  return response.text();
}
