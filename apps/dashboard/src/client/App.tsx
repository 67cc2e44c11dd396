import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Route, Router, Switch } from "wouter";
import { usePathname } from "wouter/use-browser-location";
import { base } from "./address/useView.ts";
import { isWorthRepeating } from "./api/useAnswer.ts";
import { Overview } from "./pages/overview/Overview.tsx";
import { Live } from "./shell/Live.tsx";
import { NoPage } from "./shell/NoPage.tsx";
import { PageBoundary } from "./shell/PageBoundary.tsx";
import { Session } from "./shell/Session.tsx";
import { Shell } from "./shell/Shell.tsx";
import { theme } from "./theme.ts";

const Courses = lazy(() => import("./pages/courses/Courses.tsx"));
const DataHealthPage = lazy(() => import("./pages/health/DataHealthPage.tsx"));
const Deadlines = lazy(() => import("./pages/deadlines/Deadlines.tsx"));
const Course = lazy(() => import("./pages/course/Course.tsx"));
const Outline = lazy(() => import("./pages/outline/Outline.tsx"));
const Learners = lazy(() => import("./pages/learners/Learners.tsx"));
const Learner = lazy(() => import("./pages/learner/Learner.tsx"));

/** The whole dashboard. Pages but the first are loaded when they are opened. */
export function App({ nonce }: { nonce: string }) {
  const [queries] = useState(createQueries);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={queries}>
        <Session>
          <Live>
            <Router base={base}>
              <Shell>
                <Pages />
              </Shell>
            </Router>
          </Live>
        </Session>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthRepeating, staleTime: 10_000, refetchOnWindowFocus: false },
    },
  });
}

function Pages() {
  const path = usePathname();
  return (
    <PageBoundary path={path}>
      <Suspense fallback={<div className="md-page" aria-busy="true" />}>
        <Switch>
          <Route path="/">{page(<Overview />)}</Route>
          <Route path="/courses">{page(<Courses />)}</Route>
          <Route path="/data-health">{page(<DataHealthPage />)}</Route>
          <Route path="/deadlines">{page(<Deadlines />)}</Route>
          <Route path="/courses/:course/outline">
            {({ course }) => <Outline key={course} course={decodeURIComponent(course)} />}
          </Route>
          <Route path="/courses/:course">
            {({ course }) => <Course key={course} course={decodeURIComponent(course)} />}
          </Route>
          <Route path="/learners">{page(<Learners />)}</Route>
          <Route path="/learners/:learner">
            {({ learner }) => <Learner key={learner} learner={decodeURIComponent(learner)} />}
          </Route>
          <Route>{page(<NoPage />)}</Route>
        </Switch>
      </Suspense>
    </PageBoundary>
  );
}

function page(content: ReactNode): () => ReactNode {
  return () => content;
}
