import { Button, Skeleton } from "@mantine/core";
import { ApiProblem } from "@milepost/client";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useZone } from "../shell/Session.tsx";
import { timeText } from "../text/times.ts";

interface Props<T> {
  readonly answer: UseQueryResult<T>;
  /** Of what is waited for, so that nothing moves when it comes; in pixels. */
  readonly height: number;
  readonly children: (data: T) => ReactNode;
}

/**
 * Shows one answer, whatever became of it: a page is never lost to the one part of it that failed.
 */
export function Widget<T>({ answer, height, children }: Props<T>) {
  const { data, error, isPending } = answer;
  if (data === undefined && isPending && error === null) return <Waiting height={height} />;
  if (data === undefined) return <Failed answer={answer} height={height} />;
  return (
    <>
      {error === null ? null : <Stale answer={answer} />}
      {children(data)}
    </>
  );
}

/** Nothing for a moment: most answers are there before a skeleton would have been seen. */
function Waiting({ height }: { height: number }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div style={{ minHeight: height }} aria-busy="true">
      {isLong ? <Skeleton height={height} aria-hidden /> : null}
      <span className="md-sr">Loading</span>
    </div>
  );
}

function Failed<T>({ answer, height }: { answer: UseQueryResult<T>; height: number }) {
  const { error } = answer;
  const problem = error instanceof ApiProblem ? error : null;
  const isForbidden = problem?.status === 403;
  return (
    <div className="md-state" style={{ minHeight: Math.min(height, 220) }} role="alert">
      <strong>{isForbidden ? "You may not see this" : "This could not be read"}</strong>
      <span>
        {isForbidden
          ? "Ask whoever runs your learning platform for the administrator's role."
          : (error?.message ?? "Nothing was answered.")}
      </span>
      {problem?.requestId ? <span className="md-quiet">Request {problem.requestId}</span> : null}
      {isForbidden ? null : (
        <Button size="xs" variant="default" onClick={() => void answer.refetch()}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** The last good answer, said to be that. */
function Stale<T>({ answer }: { answer: UseQueryResult<T> }) {
  const zone = useZone();
  const at = timeText(new Date(answer.dataUpdatedAt), zone);
  return (
    <div className="md-stale" role="status">
      <span>
        As of {at}: it could not be read again. {answer.error?.message}
      </span>
      <Button size="compact-xs" variant="subtle" onClick={() => void answer.refetch()}>
        Try again
      </Button>
    </div>
  );
}
