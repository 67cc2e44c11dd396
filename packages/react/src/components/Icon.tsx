import type { LessonStatusName } from "@milepost/progress";

type IconName = LessonStatusName | "overdue" | "award" | "sync";

const ring = "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0-12.5z";
const clock = "M12 9.5v2.6l1.8 1M12 8.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8z";
const medal = "M8 1.75a4.25 4.25 0 1 1 0 8.5a4.25 4.25 0 1 1 0-8.5z";
const tick = "M5 8.2l2.1 2.1L11.2 6";

/** Shapes differ, not only colors: strokes, then areas. */
interface Shape {
  readonly strokes?: string;
  readonly areas?: string;
  readonly mark?: string;
}

const shapes: Readonly<Record<IconName, Shape>> = {
  "not-started": { strokes: ring },
  "in-progress": { strokes: ring, areas: "M8 3.75a4.25 4.25 0 0 1 0 8.5z" },
  complete: { areas: "M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z", mark: tick },
  pending: { strokes: `M8.5 14.2A6.25 6.25 0 1 1 14.2 7.6M4.8 8l2 2l3.8-4${clock}` },
  locked: { strokes: "M5 7V5a3 3 0 0 1 6 0v2M3.5 7h9v7h-9z", areas: "M7.2 9.5h1.6v2.4H7.2z" },
  "not-open": { strokes: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3" },
  retired: { strokes: "M2 3h12v3H2zM3 6v7.5h10V6M6.3 8.7h3.4" },
  overdue: { strokes: "M8 1.8l6.7 12H1.3zM8 6v4", areas: "M7.2 11.2h1.6v1.6H7.2z" },
  award: { strokes: `${medal}M5.5 9.6L4.4 14.5L8 12.6l3.6 1.9l-1.1-4.9` },
  sync: { strokes: "M13.5 6A6 6 0 0 0 3 4.8M2.5 10A6 6 0 0 0 13 11.2M3 1.8v3h3M13 14.2v-3h-3" },
};

/** A drawing beside a text that says the same: nothing to a screen reader. */
export function Icon({ name }: { readonly name: IconName }) {
  const { strokes, areas, mark } = shapes[name];
  return (
    <svg className="lp-icon" part="icon" viewBox="0 0 16 16" aria-hidden="true">
      {areas === undefined ? null : <path className="lp-icon-area" d={areas} />}
      {strokes === undefined ? null : <path className="lp-icon-stroke" d={strokes} />}
      {mark === undefined ? null : <path className="lp-icon-mark" d={mark} />}
    </svg>
  );
}
