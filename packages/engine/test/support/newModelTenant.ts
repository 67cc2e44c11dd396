import type { TestDatabase } from "../../../../tests/support/useDatabase.ts";
import { createTenant } from "../../src/createTenant.ts";
import { putOutline } from "../../src/putOutline.ts";
import { at } from "./at.ts";
import { modelCourses } from "./modelSteps.ts";
import { outlineLessons } from "./outlineLessons.ts";

let tenants = 0;

/** The name of a tenant that has the model's courses and nobody in them yet. */
export async function newModelTenant(database: TestDatabase): Promise<string> {
  const tenant = `model-${tenants++}`;
  await createTenant(database.superuser, { tenant });
  for (const { course, enrollment, lessons } of modelCourses) {
    const outline = { course, enrollment, title: "A course", lessons: outlineLessons(lessons) };
    await putOutline(database.app, outline, { tenant, now: at(-1000) });
  }
  return tenant;
}
