import type { LearnerInput } from "@milepost/engine";
import { pick } from "../random/pick.ts";
import { type Random, random } from "../random/random.ts";
import { subseed } from "../random/subseed.ts";
import { weightedChoice } from "../random/weightedChoice.ts";
import { departments } from "./departments.ts";
import { learnerId } from "./learnerId.ts";
import { type Office, offices } from "./offices.ts";

/**
 * One learner of the academy: the profile the engine keeps, and the temper that the engine never
 * sees.
 */
export interface Person {
  readonly profile: LearnerInput & { readonly learner: string };
  readonly zone: string;
  /** The groups they belong to: their office, and their department. */
  readonly groups: readonly [office: string, department: string];
  /** 0–1: the lower, the keener. The same in every course, so that a late person is often late. */
  readonly temper: number;
  /** Share of evenings and free days on which they study all the same. */
  readonly leisure: number;
}

const officesByShare = offices.map((office) => [office, office.share] as const);
const departmentsByShare = departments.map((one) => [one.id, one.share] as const);

/** Share of people whose family name comes from another office than the one they work in. */
const MOVED_HERE = 0.2;

/**
 * The learner of that number in the population of that seed; the same one in every course and
 * whatever the size of the population.
 *
 * @param number - from 1
 */
export function learnerAt(seed: number, number: number): Person {
  const draw = random(subseed(subseed(seed, "learner"), number));
  // A draw of its own, so that who came before there were departments is the same today.
  const drawDepartment = random(subseed(subseed(seed, "department"), number));
  const office = weightedChoice(officesByShare, draw());
  const given = pick(draw, office.given);
  const family = pick(draw, familyNamesOf(draw, office));
  const host = draw() < 0.7 ? "example.com" : "example.org";
  return {
    profile: {
      learner: learnerId(number),
      name: `${given} ${family}`,
      // The number keeps two people of the same name apart.
      email: `${ascii(given)}.${ascii(family)}.${number}@${host}`,
      locale: office.locale,
      timeZone: office.zone,
    },
    zone: office.zone,
    groups: [office.id, weightedChoice(departmentsByShare, drawDepartment())],
    temper: draw(),
    leisure: draw() * 0.16,
  };
}

function familyNamesOf(draw: Random, office: Office): readonly string[] {
  return draw() < MOVED_HERE ? pick(draw, offices).family : office.family;
}

function ascii(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}
