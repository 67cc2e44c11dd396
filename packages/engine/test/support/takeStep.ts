import { completeLesson } from "../../src/completeLesson.ts";
import { enroll } from "../../src/enroll.ts";
import { exempt } from "../../src/exempt.ts";
import { MilepostError } from "../../src/MilepostError.ts";
import { putOutline } from "../../src/putOutline.ts";
import { recordEvents } from "../../src/recordEvents.ts";
import { recordView } from "../../src/recordView.ts";
import { recountAttempts } from "../../src/recountAttempts.ts";
import { reinstate } from "../../src/reinstate.ts";
import { retake } from "../../src/retake.ts";
import type { EventInput, Queryable } from "../../src/types.ts";
import { withdraw } from "../../src/withdraw.ts";
import { at } from "./at.ts";
import type { ModelStep } from "./modelSteps.ts";
import { outlineLessons } from "./outlineLessons.ts";
import type { ModelEvent, ProgressModel } from "./ProgressModel.ts";

/** What an act answered: its outcome, the code of its refusal, or an outline's version. */
export type Answers = readonly (string | number)[];

/** An event of the model as the engine takes it. */
export function toEvent({ at: minute, ...event }: ModelEvent): EventInput {
  return { ...event, at: minute === undefined ? undefined : at(minute) };
}

async function answered(act: Promise<string | number>): Promise<Answers> {
  try {
    return [await act];
  } catch (error) {
    if (error instanceof MilepostError) return [error.code];
    throw error;
  }
}

/** Has the engine take a step at a minute. */
export async function takeStep(
  db: Queryable,
  step: ModelStep,
  { tenant, minute }: { tenant: string; minute: number },
): Promise<Answers> {
  const scope = { tenant, now: at(minute) };
  switch (step.act) {
    case "fact": {
      const record = step.event.type === "lesson.viewed" ? recordView : completeLesson;
      return answered(record(db, toEvent(step.event), scope).then(({ status }) => status));
    }
    case "batch": {
      const results = await recordEvents(db, { events: step.events.map(toEvent) }, scope);
      return results.map((one) => (one.status === "refused" ? one.code : one.status));
    }
    case "edit": {
      const lessons = outlineLessons(step.names);
      const { course, recountAtOnce } = step;
      const outline = { course, title: "A course", lessons, recountAtOnce };
      return answered(putOutline(db, outline, scope).then(({ outlineVersion }) => outlineVersion));
    }
    case "recount":
      await recountAttempts(db, step, scope);
      return [];
    case "enroll":
      return answered(enroll(db, step, scope).then(({ outcome }) => outcome));
    case "withdraw":
      return answered(withdraw(db, step, scope).then(({ outcome }) => outcome));
    case "exempt": {
      const act = { ...step, reason: "as the model says" };
      return answered(exempt(db, act, scope).then(({ outcome }) => outcome));
    }
    case "reinstate": {
      const act = { ...step, reason: "as the model says" };
      return answered(reinstate(db, act, scope).then(({ outcome }) => outcome));
    }
    case "retake":
      return answered(retake(db, step, scope).then(() => "recorded"));
  }
}

/** Has the model take the same step. */
export function foretellStep(model: ProgressModel, step: ModelStep, minute: number): Answers {
  switch (step.act) {
    case "fact": {
      const status = model.record(step.event, minute);
      // A single fact answers progress, and of an event seen before there may be none.
      const { learner, lesson } = step.event;
      const isOut = model.attemptFor(learner, lesson) === undefined;
      return [status === "unchanged" && isOut ? "enrollment_not_found" : status];
    }
    case "batch":
      return step.events.map((event) => model.record(event, minute));
    case "edit":
      return [model.edit(step.course, step.names, minute)];
    case "recount":
      return [];
    case "enroll":
      return [model.enroll(step.learner, step.course, minute)];
    case "withdraw":
      return [model.leave("withdrawn", step.learner, step.course, minute)];
    case "exempt":
      return [model.leave("exempted", step.learner, step.course, minute)];
    case "reinstate":
      return [model.reinstate(step.learner, step.course, minute)];
    case "retake":
      return [model.retake(step.learner, step.course, step.force, minute)];
  }
}
