-- How many requests a caller has made in the minute that runs, told by all servers together. Not
-- logged: after a crash everybody may begin their minute again, and a request costs no flush.
create unlogged table milepost.request_window (
  tenant_id integer     not null,
  holder    text        not null,
  starts_at timestamptz not null,
  taken     integer     not null,

  constraint request_window_pk primary key (tenant_id, holder),
  constraint request_window_of_tenant foreign key (tenant_id)
    references milepost.tenant (tenant_id),
  constraint request_window_holder_length check (length(holder) between 1 and 100),
  constraint request_window_taken_positive check (taken > 0)
);
comment on table milepost.request_window is
  'Requests of a caller in one minute, by which servers keep a common limit. Gone within an hour.';
comment on column milepost.request_window.holder is
  'An API key by its number, or a person''s token by a hash: nobody''s id stands here.';
comment on column milepost.request_window.starts_at is 'The minute, by the clock of a server.';
comment on column milepost.request_window.taken is
  'Requests that servers have counted, or may let through without asking again.';

alter table milepost.request_window enable row level security;
alter table milepost.request_window force row level security;
create policy request_window_of_current_tenant on milepost.request_window
  using (tenant_id = milepost.current_tenant_id());
