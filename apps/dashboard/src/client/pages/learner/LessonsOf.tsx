import type { CourseProgressPage } from "@milepost/client";
import { IconCheck } from "@tabler/icons-react";
import { useZone } from "../../shell/Session.tsx";
import { instantText } from "../../text/times.ts";

interface Row {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly firstViewedAt: string | null;
  readonly lastViewedAt: string | null;
  readonly completedAt: string | null;
  readonly isMissing: boolean;
}

/** The lessons of an attempt in course order; retired ones that it touched last. */
export function LessonsOf({ page }: { page: CourseProgressPage }) {
  const zone = useZone();
  return (
    <section className="md-numbers md-lessons" tabIndex={0} aria-label="Lessons">
      <p className="md-quiet md-timeline-about">Times in {zone.label}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Lesson</th>
            <th scope="col">Completed</th>
            <th scope="col">First viewed</th>
            <th scope="col">Last viewed</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(page).map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <span className="md-two">
                  <span>{row.title}</span>
                  <span className="md-quiet">{row.about}</span>
                </span>
              </th>
              <td>
                {row.completedAt === null ? (
                  <span className="md-quiet">{row.isMissing ? "Missing" : "–"}</span>
                ) : (
                  <span className="md-done">
                    <IconCheck size={15} aria-hidden />
                    {instantText(row.completedAt, zone)}
                  </span>
                )}
              </td>
              <td>{row.firstViewedAt === null ? "Never" : instantText(row.firstViewedAt, zone)}</td>
              <td>{row.lastViewedAt === null ? "–" : instantText(row.lastViewedAt, zone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function rowsOf({ lessons, retiredLessons, missing }: CourseProgressPage): Row[] {
  const wanted = new Set(missing);
  const about = (section: string | null, note: string | null) =>
    [section, note].filter((part) => part !== null).join(" · ");
  return [
    ...lessons.map((lesson) => ({
      ...lesson,
      about: about(lesson.section, lesson.required ? null : "optional"),
      isMissing: wanted.has(lesson.id),
    })),
    ...retiredLessons.map((lesson) => ({
      ...lesson,
      about: about(lesson.section, "retired"),
      isMissing: wanted.has(lesson.id),
    })),
  ];
}
