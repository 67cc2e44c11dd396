import { type BrokenConstraint, copyOf, enterNowhere } from "./BrokenConstraint.ts";

const view = "update milepost.saved_view set";

/** The rules of what the dashboard keeps, and of what is counted for its data health. */
export const dashboardConstraints: readonly BrokenConstraint[] = [
  {
    constraint: "saved_view_pk",
    rule: "a saved view's number is its own",
    sql: copyOf("saved_view", { is_default: false }),
  },
  {
    constraint: "saved_view_one_default",
    rule: "a page opens with one view",
    sql: copyOf("saved_view", { view_id: 999 }),
  },
  {
    constraint: "saved_view_of_tenant",
    rule: "a saved view is of a tenant that exists",
    sql: `${enterNowhere} insert into milepost.saved_view (tenant_id, owner, name, page, query,
        visibility, is_default, created_at, updated_at)
      values (999, 'open', 'Mine', 'courses', '', 'me', false, now(), now())`,
  },
  {
    constraint: "saved_view_owner_length",
    rule: "a saved view has an owner",
    sql: `${view} owner = ''`,
  },
  {
    constraint: "saved_view_name_length",
    rule: "a saved view's name has up to 100 characters",
    sql: `${view} name = repeat('x', 101)`,
  },
  {
    constraint: "saved_view_page_length",
    rule: "a saved view is of a page",
    sql: `${view} page = ''`,
  },
  {
    constraint: "saved_view_query_length",
    rule: "a saved view's query has up to 2,000 characters",
    sql: `${view} query = repeat('x', 2001)`,
  },
  {
    constraint: "saved_view_visibility_known",
    rule: "a saved view is its owner's or everyone's",
    sql: `${view} visibility = 'some'`,
  },
];
