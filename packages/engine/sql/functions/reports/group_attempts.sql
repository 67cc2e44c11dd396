-- From the members to their attempts: a group has few of the attempts of its courses.
create or replace function milepost.group_attempts(p_group_id bigint, p_at_start boolean)
returns setof milepost.enrollment
language sql stable as $$
  with attempt as not materialized (
    select e from milepost.group_member gm
    join milepost.enrollment e
      on e.bucket = gm.bucket and e.learner_id = gm.learner_id and e.is_current
    where gm.group_id = p_group_id and case when p_at_start
      -- The memberships of one learner do not overlap: at most one of them matches.
      then gm.joined_at <= e.enrolled_at and (gm.left_at is null or gm.left_at > e.enrolled_at)
      else gm.left_at is null end
  )
  select (a.e).* from attempt a
  where not (select exists (select from milepost.recount))
  union all
  select n.* from attempt a
  cross join lateral milepost.caught_up(a.e) n
  where (select exists (select from milepost.recount))
$$;
comment on function milepost.group_attempts(bigint, boolean) is
  'The current attempts of a group''s members, of today or p_at_start of when the attempt began, '
  'as they stand by the outlines of now; which half runs is asked once.';
