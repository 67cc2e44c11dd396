import { putGroup, putGroupMembers, type Queryable } from "@milepost/engine";
import { departments } from "../people/departments.ts";
import type { Person } from "../people/learnerAt.ts";
import { offices } from "../people/offices.ts";

/** What the engine takes in one call. */
const MOST = 10_000;

const groups = [
  ...offices.map(({ id, name }) => ({ group: id, name, kind: "site" })),
  ...departments.map(({ id, name }) => ({ group: id, name, kind: "department" })),
];

/** Writes the offices and departments as groups, and who belonged to them since `since`. */
export async function writeGroups(
  db: Queryable,
  people: readonly Person[],
  { since, tenant }: { since: Date; tenant: string | undefined },
): Promise<void> {
  for (const group of groups) {
    await putGroup(db, group, { tenant, now: since });
    const members = people.filter((person) => person.groups.includes(group.group));
    const learners = members.map(({ profile }) => profile.learner);
    for (let from = 0; from < learners.length; from += MOST) {
      const some = learners.slice(from, from + MOST);
      await putGroupMembers(
        db,
        { group: group.group, learners: some, joinedAt: since },
        { tenant },
      );
    }
  }
}
