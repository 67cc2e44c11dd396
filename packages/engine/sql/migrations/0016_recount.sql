-- An outline edit changes what every open attempt of its course is counted against. It says so here
-- and is done; the attempts follow, a thousand at a time, and until then whoever reads or writes
-- one of them counts it anew (caught_up). So nobody waits for a course of a million.
create table milepost.recount (
  tenant_id           integer     not null,
  tenant              text        not null,
  course_id           bigint      not null,
  part                smallint    not null,
  required_version    integer     not null,
  follows             integer[]   not null,
  is_first_pass       boolean     not null default true,
  furthest_lesson_ids bigint[]    not null,
  furthest_may_begin  boolean     not null,
  lacking             integer     not null,
  next_due            timestamptz not null default '-infinity',
  next_bucket         smallint    not null default 0,
  next_enrollment_id  bigint      not null default 0,

  constraint recount_pk primary key (course_id, part),
  constraint recount_of_course foreign key (tenant_id, course_id)
    references milepost.course (tenant_id, course_id),
  constraint recount_part_known check (part between 0 and 3)
);
comment on table milepost.recount is
  'Outline edits that not all attempts have followed yet; four parts a course, so that several can '
  'be at it. Gone once all have.';
comment on column milepost.recount.tenant is
  'The tenant''s name, by which a server that starts finds what there is to do.';
comment on column milepost.recount.part is
  'A quarter of the buckets: those with bucket / 256 = part.';
comment on column milepost.recount.required_version is
  'The version whose required lessons the open ones are to be counted against.';
comment on column milepost.recount.follows is
  'Every version with other required lessons that they have not followed, oldest first: whom one '
  'completed, the next does not un-complete.';
comment on column milepost.recount.is_first_pass is
  'The first pass takes the attempts that reports may count otherwise after the edit: those that '
  'may be complete now, or may have come to another lesson. The second takes all others.';
comment on column milepost.recount.furthest_lesson_ids is
  'Lessons that were retired or overtaken: whoever had come to one of them may have come to '
  'another.';
comment on column milepost.recount.furthest_may_begin is
  'Whether a lesson came back, which somebody may have viewed who had come to none.';
comment on column milepost.recount.lacking is
  'How many lessons ceased to be required: nobody who lacked more can be complete by that.';
comment on column milepost.recount.next_due is
  'The last attempt that was taken, in the order of deadlines, which moves only by a write that '
  'counts the attempt anew; with next_bucket and next_enrollment_id.';
comment on column milepost.recount.next_bucket is 'The bucket of that attempt.';
comment on column milepost.recount.next_enrollment_id is 'The number of that attempt.';

alter table milepost.recount enable row level security;
alter table milepost.recount force row level security;
create policy recount_of_current_tenant on milepost.recount
  using (tenant_id = milepost.current_tenant_id());
-- Housekeeping asks whose turn it is before it enters a tenant.
create policy recount_looked_for on milepost.recount for select
  using (nullif(current_setting('milepost.looks_for_recounts', true), '') = 'yes');
