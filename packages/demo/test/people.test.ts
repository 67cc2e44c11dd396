import { expect, test } from "vitest";
import { departments } from "../src/people/departments.ts";
import { learnerAt } from "../src/people/learnerAt.ts";
import { offices } from "../src/people/offices.ts";

const people = Array.from({ length: 2000 }, (_, i) => learnerAt(1, i + 1));

test("a learner's id says nothing about the person", () => {
  expect(people[0]?.profile.learner).toBe("lr-0001");
  expect(learnerAt(1, 1_000_000).profile.learner).toBe("lr-1000000");
});

test("mail goes to reserved domains only, and to nobody twice", () => {
  const addresses = people.map(({ profile }) => profile.email ?? "");
  for (const address of addresses)
    expect(address).toMatch(/^[a-z]+\.[a-z]+\.\d+@example\.(com|org)$/);
  expect(new Set(addresses).size).toBe(people.length);
});

test("every office has its share of the staff", () => {
  for (const office of offices) {
    const share = people.filter(({ zone }) => zone === office.zone).length / people.length;
    expect(Math.abs(share - office.share)).toBeLessThan(0.05);
  }
  expect(offices.reduce((sum, office) => sum + office.share, 0)).toBeCloseTo(1);
});

test("everyone belongs to their office, and to a department that has its share of the staff", () => {
  for (const { zone, groups } of people) {
    expect(groups[0]).toBe(offices.find((office) => office.zone === zone)?.id);
  }
  for (const { id, share } of departments) {
    const members = people.filter(({ groups }) => groups[1] === id).length / people.length;
    expect(Math.abs(members - share)).toBeLessThan(0.05);
  }
  expect(departments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});

test("another seed is other people", () => {
  const names = (seed: number) =>
    Array.from({ length: 20 }, (_, i) => learnerAt(seed, i + 1).profile.name);
  expect(names(1)).toEqual(names(1));
  expect(names(1)).not.toEqual(names(2));
});
