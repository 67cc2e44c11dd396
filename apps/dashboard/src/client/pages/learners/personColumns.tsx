import type { ListedLearner } from "@milepost/client";
import { DateCell } from "../../ui/Cells.tsx";
import { PersonLink } from "../../ui/PersonLink.tsx";
import type { Column } from "../../ui/table/Column.ts";

const given = (value: string | null) => value ?? <span className="md-quiet">–</span>;

/** The columns of the list of everybody. */
export const personColumns: Column<ListedLearner>[] = [
  {
    id: "name",
    label: "Learner",
    width: 260,
    cell: ({ id, name }) => <PersonLink learner={id} name={name} />,
  },
  { id: "email", label: "E-mail", width: 280, cell: ({ email }) => given(email) },
  { id: "locale", label: "Language", width: 120, cell: ({ locale }) => given(locale) },
  { id: "timeZone", label: "Time zone", width: 200, cell: ({ timeZone }) => given(timeZone) },
  {
    id: "since",
    label: "Known since",
    width: 150,
    cell: ({ createdAt }) => <DateCell at={createdAt} />,
  },
];
