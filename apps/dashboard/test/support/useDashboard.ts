import type { MilepostClient } from "@milepost/client";
import { type ServedDashboard, useServedDashboard } from "./useServedDashboard.ts";

const titles = ["Why fires start", "Extinguishers", "Alarms", "Escape routes", "After the fire"];

export interface TestDashboard extends ServedDashboard {
  /**
   * Makes a course of five required lessons, `fs-1` to `fs-5` of a course `fs`, the first two of
   * them in a section. `ada` completed it, `ben` two lessons of it, `cleo` none.
   */
  addCourse(course: string): Promise<void>;
}

/** The server with the dashboard on a database of its own, which has no course yet. */
export function useDashboard(): TestDashboard {
  const served = useServedDashboard();
  return {
    get url() {
      return served.url;
    },
    get client() {
      return served.client;
    },
    addCourse: (course) => addCourse(served.client, course),
  };
}

async function addCourse(client: MilepostClient, course: string): Promise<void> {
  const lessons = titles.map((title, at) => ({
    id: `${course}-${at + 1}`,
    title,
    section: at < 2 ? "Basics" : null,
  }));
  const body = { title: "Fire safety", lessons };
  await client.PUT("/v1/courses/{course}", { params: { path: { course } }, body });
  for (const [learner, completed] of Object.entries({ ada: 5, ben: 2, cleo: 0 })) {
    const path = { course, learner };
    await client.PUT("/v1/courses/{course}/enrollments/{learner}", { params: { path }, body: {} });
    for (const { id: lesson } of lessons.slice(0, completed)) {
      await client.PUT("/v1/learners/{learner}/lessons/{lesson}/completion", {
        params: { path: { learner, lesson } },
        body: {},
      });
    }
  }
}
