-- What people of the dashboard keep: a page with its filters, under a name.

create table milepost.saved_view (
  tenant_id  integer     not null,
  view_id    bigint      generated always as identity,
  owner      text        not null,
  name       text        not null,
  page       text        not null,
  query      text        not null,
  visibility text        not null,
  is_default boolean     not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,

  constraint saved_view_pk primary key (tenant_id, view_id),
  constraint saved_view_of_tenant foreign key (tenant_id) references milepost.tenant (tenant_id),
  constraint saved_view_owner_length check (length(owner) between 1 and 300),
  constraint saved_view_name_length check (length(name) between 1 and 100),
  constraint saved_view_page_length check (length(page) between 1 and 50),
  constraint saved_view_query_length check (length(query) <= 2000),
  constraint saved_view_visibility_known check (visibility in ('me', 'everyone'))
);
-- A page opens with one view, or with none.
create unique index saved_view_one_default on milepost.saved_view (tenant_id, owner, page)
  where is_default;
create index saved_view_of_owner on milepost.saved_view (tenant_id, owner);
create index saved_view_for_everyone on milepost.saved_view (tenant_id)
  where visibility = 'everyone';
comment on table milepost.saved_view is
  'A page of the dashboard with its filters, kept under a name by whoever looks at it. No number '
  'follows from it.';
comment on column milepost.saved_view.view_id is 'The id that callers name it by.';
comment on column milepost.saved_view.owner is
  'Whoever may change it: `administrator` and the person a token names, `key` and an API key''s '
  'name, or `open`.';
comment on column milepost.saved_view.page is 'The page it is a view of, by the dashboard''s name.';
comment on column milepost.saved_view.query is
  'The query string of the page''s URL, without the question mark: the filters, the sort, the tab.';
comment on column milepost.saved_view.visibility is
  'me: its owner sees it. everyone: all do who may see views, and its owner alone may change it.';
comment on column milepost.saved_view.is_default is 'What the page shows its owner first.';
comment on column milepost.saved_view.updated_at is 'When its owner last put it.';

alter table milepost.saved_view enable row level security;
alter table milepost.saved_view force row level security;
create policy saved_view_of_current_tenant on milepost.saved_view
  using (tenant_id = milepost.current_tenant_id());
