import type { TestApi } from "./useApi.ts";

/** A course `fs` of two required lessons and an optional one: `fs-1`, `fs-2`, `fs-x`. */
export async function seedCourse(api: TestApi, course = "fs"): Promise<void> {
  const { response } = await api.client(api.administrator).PUT("/v1/courses/{course}", {
    params: { path: { course } },
    body: {
      title: "Fire safety",
      lessons: [
        { id: `${course}-1`, title: "Why fires start", section: "Basics" },
        { id: `${course}-2`, title: "Extinguishers" },
        { id: `${course}-x`, title: "Further reading", required: false },
      ],
    },
  });
  if (!response.ok) throw new Error(`The course was not created: ${response.status}`);
}
