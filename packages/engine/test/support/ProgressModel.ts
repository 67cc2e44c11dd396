import type { EventInput } from "../../src/types.ts";

/** An event as the model takes it: times in minutes of {@link at}. */
export interface ModelEvent {
  readonly type: EventInput["type"];
  readonly learner: string;
  readonly lesson: string;
  readonly at?: number | undefined;
  readonly eventId?: string | undefined;
}

interface Course {
  readonly enrollment: "open" | "required";
  /** Every lesson it ever had. */
  readonly lessons: Set<string>;
  required: ReadonlySet<string>;
  outline: string;
  version: number;
}

interface Record {
  first: number;
  last: number;
  completed?: number;
}

interface Attempt {
  readonly learner: string;
  readonly course: string;
  readonly number: number;
  readonly enrolled: number;
  readonly source: string;
  /** What it counts against; today's required lessons while it is open and current. */
  required: ReadonlySet<string>;
  readonly records: Map<string, Record>;
  withdrawn?: number;
  exempted?: number | undefined;
  completed?: number;
  completedVersion?: number;
  lastLesson?: string;
}

const oldest = Math.ceil((Date.UTC(2000, 0, 1) - Date.UTC(2026, 2, 2, 9)) / 60_000);

/**
 * What Milepost promises of courses, attempts and facts, said once more in as few words as go: in
 * memory, one fact at a time, counting anew instead of keeping counts.
 */
export class ProgressModel {
  readonly #courses = new Map<string, Course>();
  readonly attempts: Attempt[] = [];
  readonly ledger = new Set<string>();
  readonly #seen = new Set<string>();

  create(course: string, names: readonly string[], enrollment: "open" | "required", now: number) {
    const lessons = new Set<string>();
    const empty = { enrollment, lessons, required: new Set<string>(), outline: "-", version: 0 };
    this.#courses.set(course, empty);
    this.edit(course, names, now);
  }

  /** Makes `names`, with `?` behind the optional ones, the outline; its version after that. */
  edit(course: string, names: readonly string[], now: number): number {
    const edited = this.#course(course);
    if (edited.outline === names.join()) return edited.version;
    edited.outline = names.join();
    edited.version++;
    for (const name of names) edited.lessons.add(name.replace("?", ""));
    edited.required = new Set(names.filter((name) => !name.endsWith("?")));
    this.ledger.add(["outline.changed", course, edited.version].join());
    for (const attempt of this.attempts) {
      if (attempt.course !== course || this.current(attempt.learner, course) !== attempt) continue;
      if (attempt.completed !== undefined) continue;
      attempt.required = edited.required;
      this.#finish(attempt, now);
    }
    return edited.version;
  }

  /** Records one event: what the engine answers, be it a refusal's code. */
  record({ type, learner, lesson, eventId, ...event }: ModelEvent, now: number): string {
    if (event.at !== undefined && event.at < oldest) return "time_out_of_range";
    const id = this.#courseOf(lesson);
    if (id === undefined) return "lesson_not_found";
    if (!this.current(learner, id) && this.#course(id).enrollment === "required") {
      return "enrollment_required";
    }
    const receipt = `${learner} ${eventId}`;
    if (eventId !== undefined && this.#seen.has(receipt)) return "unchanged";
    if (eventId !== undefined) this.#seen.add(receipt);

    const at = Math.min(event.at ?? now, now);
    const attempt = this.current(learner, id) ?? this.#open(learner, id, at, "self");
    const record = attempt.records.get(lesson);
    const completes = type === "lesson.completed";
    if (completes && record?.completed !== undefined) {
      if (event.at !== undefined && at !== record.completed) {
        this.#note("lesson.completion_repeated", attempt, at, lesson);
      }
      return "unchanged";
    }
    if (!completes && record !== undefined && at >= record.first && at <= record.last) {
      return "unchanged";
    }
    if (at >= this.#lastView(attempt)) attempt.lastLesson = lesson;
    const first = Math.min(record?.first ?? at, at);
    const last = Math.max(record?.last ?? at, at);
    attempt.records.set(lesson, { ...record, first, last, ...(completes && { completed: at }) });
    if (completes) {
      this.#note("lesson.completed", attempt, at, lesson);
      this.#finish(attempt);
    }
    return "recorded";
  }

  enroll(learner: string, course: string, now: number): string {
    if (this.current(learner, course)) return "unchanged";
    this.#open(learner, course, now, "api");
    return "recorded";
  }

  leave(how: "withdrawn" | "exempted", learner: string, course: string, now: number): string {
    const attempt = this.current(learner, course);
    if (attempt === undefined) return this.#missing(learner);
    if (attempt[how] !== undefined) return "unchanged";
    attempt[how] = now;
    this.#note(`enrollment.${how}`, attempt, now);
    return "recorded";
  }

  reinstate(learner: string, course: string, now: number): string {
    const attempt = this.current(learner, course);
    if (attempt === undefined) return this.#missing(learner);
    if (attempt.exempted === undefined) return "unchanged";
    attempt.exempted = undefined;
    this.#note("enrollment.reinstated", attempt, now);
    return "recorded";
  }

  retake(learner: string, course: string, force: boolean, now: number): string {
    const attempt = this.current(learner, course);
    if (attempt === undefined) return this.#missing(learner);
    const { completed, withdrawn, exempted } = attempt;
    if (!force && (completed ?? withdrawn ?? exempted) === undefined) return "attempt_open";
    this.#open(learner, course, now, "retake");
    return "recorded";
  }

  /** The attempt that a fact about a lesson goes to. */
  attemptFor(learner: string, lesson: string): Attempt | undefined {
    return this.current(learner, this.#courseOf(lesson) ?? "");
  }

  current(learner: string, course: string): Attempt | undefined {
    return this.attempts.findLast((one) => one.learner === learner && one.course === course);
  }

  /** An attempt as milepost.course_progress shows it. */
  progress(attempt: Attempt) {
    const records = [...attempt.records.values()];
    const total = attempt.required.size;
    const completed = this.#completions(attempt).length;
    return {
      learner: attempt.learner,
      course: attempt.course,
      attempt: attempt.number,
      is_current: this.current(attempt.learner, attempt.course) === attempt,
      completed_lessons: completed,
      total_lessons: total,
      progress_percentage: total === 0 ? null : Math.floor((completed * 10_000) / total) / 100,
      first_viewed_at: records.length === 0 ? null : Math.min(...records.map(({ first }) => first)),
      last_viewed_at: records.length === 0 ? null : this.#lastView(attempt),
      last_viewed_lesson: attempt.lastLesson ?? null,
      completed_at: attempt.completed ?? null,
      completed_outline_version: attempt.completedVersion ?? null,
      eligible_for_certificate: attempt.completed !== undefined,
      enrolled_at: attempt.enrolled,
      source: attempt.source,
      withdrawn_at: attempt.withdrawn ?? null,
      exempted_at: attempt.exempted ?? null,
    };
  }

  /** An attempt's lessons as milepost.lesson_view shows them, in the order of their ids. */
  lessonViews({ learner, course, number, records }: Attempt) {
    return [...records.entries()].toSorted().map(([lesson, record]) => ({
      learner,
      course,
      attempt: number,
      lesson,
      first_viewed_at: record.first,
      last_viewed_at: record.last,
      completed_at: record.completed ?? null,
    }));
  }

  #completions({ required, records }: Attempt): number[] {
    return [...required].flatMap((lesson) => records.get(lesson)?.completed ?? []);
  }

  #lastView({ records }: Attempt): number {
    return Math.max(...[...records.values()].map(({ last }) => last));
  }

  /** Completes an open attempt that lacks nothing: at its last completion, or with the edit. */
  #finish(attempt: Attempt, editedAt?: number): void {
    const completions = this.#completions(attempt);
    const complete = completions.length > 0 && completions.length === attempt.required.size;
    if (!complete || attempt.completed !== undefined) return;
    attempt.completed = editedAt ?? Math.max(...completions);
    attempt.completedVersion = this.#course(attempt.course).version;
    this.#note("course.completed", attempt, attempt.completed);
  }

  #open(learner: string, course: string, enrolled: number, source: string): Attempt {
    const number = (this.current(learner, course)?.number ?? 0) + 1;
    const { required } = this.#course(course);
    const opened = { learner, course, number, enrolled, source, required, records: new Map() };
    this.attempts.push(opened);
    this.#note("enrollment.created", opened, enrolled);
    return opened;
  }

  #note(type: string, { learner, course, number }: Attempt, at: number, lesson = ""): void {
    this.ledger.add([type, learner, course, number, lesson, at].join());
  }

  #missing(learner: string): string {
    const known = this.attempts.some((one) => one.learner === learner);
    return known ? "enrollment_not_found" : "learner_not_found";
  }

  #courseOf(lesson: string): string | undefined {
    return [...this.#courses].find(([, { lessons }]) => lessons.has(lesson))?.[0];
  }

  #course(id: string): Course {
    const course = this.#courses.get(id);
    if (course === undefined) throw new Error(`The model has no course ${id}.`);
    return course;
  }
}
