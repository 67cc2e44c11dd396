create or replace function milepost.find_acts(
  p_tenant text, p_tenant_id integer, p_attempts jsonb
) returns milepost.act[]
language plpgsql stable as $$
begin
  return (
    select array_agg((
      f.n, f.learner, f.course, f.attempt_no, f.given, f.time_zone, f.attempt, null,
      case
        when f.course_id is null then 'course_not_found'
        when f.learner_id is null then 'learner_not_found'
        when f.enrollment_id is null then 'enrollment_not_found'
        when not f.is_current then 'attempt_not_current'
        when f.before > 0 then 'attempt_repeated'
      end)::milepost.act order by f.n)
    from (
      select k.*, c.course_id, r.learner_id, r.time_zone, e.enrollment_id, e.is_current, e.attempt,
        count(*) over (
          partition by k.bucket, e.enrollment_id order by k.n
          rows between unbounded preceding and 1 preceding) as before
      from milepost.act_keys(p_tenant, p_attempts) k
      left join lateral (
        select c.course_id from milepost.course c
        where c.tenant_id = p_tenant_id and c.external_id = k.course
        offset 0
      ) c on true
      left join lateral (
        select r.learner_id, r.time_zone from milepost.learner r
        where r.bucket = k.bucket and r.tenant_id = p_tenant_id and r.external_id = k.learner
        offset 0
      ) r on true
      left join lateral (
        select e.enrollment_id, e.is_current, milepost.caught_up(e) as attempt
        from milepost.enrollment e
        where e.bucket = k.bucket and e.learner_id = r.learner_id and e.course_id = c.course_id
          and e.attempt_no = k.attempt_no
        offset 0
      ) e on true
    ) f
  );
end $$;
comment on function milepost.find_acts(text, integer, jsonb) is
  'The attempts that the acts of a batch name, each as it stands by the outline of now, and why '
  'an act is refused whatever it would do. Of several on one attempt the first counts.';
