import type { MilepostClient } from "@milepost/client";
import { daysAgo } from "./daysAgo.ts";

const fire = ["Why fires start", "Extinguishers", "Alarms", "Escape routes", "Drill", "Reporting"];

export const adaDue = daysAgo(-9);

/**
 * Ada, of two groups, with six required lessons of the course `fs`, five of them complete, one told
 * five days late and one three hours, an optional one complete, and a deadline that was moved; and
 * with two attempts at the course `gdpr`.
 */
export async function addAda(client: MilepostClient): Promise<void> {
  await addCourses(client);
  const path = { learner: "ada" };
  const body = { name: "Ada Lovelace", email: "ada@example.com", timeZone: "Europe/London" };
  await client.PUT("/v1/learners/{learner}", { params: { path }, body });
  await client.PUT("/v1/groups/{group}", {
    params: { path: { group: "crew" } },
    body: { name: "The crew", kind: "team" },
  });
  await client.PUT("/v1/groups/{group}/members/{learner}", {
    params: { path: { group: "crew", learner: "ada" } },
    body: {},
  });
  await enroll(client, "fs", { enrolledAt: daysAgo(30), due: { at: daysAgo(-2) } });
  const ago = [28, 27, 20, 5, 0.125];
  for (const [at, days] of ago.entries()) await complete(client, `fs-${at + 1}`, daysAgo(days));
  await complete(client, "fs-o", daysAgo(6));
  await enroll(client, "fs", { due: { at: adaDue } });
  await enroll(client, "gdpr", {});
  await complete(client, "gdpr-1", daysAgo(40));
  const attempt = { params: { path: { course: "gdpr", learner: "ada" } }, body: {} };
  await client.POST("/v1/courses/{course}/enrollments/{learner}/retake", attempt);
}

async function addCourses(client: MilepostClient): Promise<void> {
  const lessons = fire.map((title, at) => ({ id: `fs-${at + 1}`, title }));
  const optional = { id: "fs-o", title: "A short film", required: false };
  await client.PUT("/v1/courses/{course}", {
    params: { path: { course: "fs" } },
    body: { title: "Fire safety", lessons: [...lessons, optional] },
  });
  await client.PUT("/v1/courses/{course}", {
    params: { path: { course: "gdpr" } },
    body: { title: "Data protection", lessons: [{ id: "gdpr-1", title: "Whose data" }] },
  });
}

type Terms = { enrolledAt?: string; due?: { at: string } };

async function enroll(client: MilepostClient, course: string, body: Terms): Promise<void> {
  const params = { path: { course, learner: "ada" } };
  await client.PUT("/v1/courses/{course}/enrollments/{learner}", { params, body });
}

async function complete(client: MilepostClient, lesson: string, at: string): Promise<void> {
  const params = { path: { learner: "ada", lesson } };
  await client.PUT("/v1/learners/{learner}/lessons/{lesson}/completion", { params, body: { at } });
}
