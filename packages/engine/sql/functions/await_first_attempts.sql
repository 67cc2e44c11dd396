create or replace function milepost.await_first_attempts(p_facts milepost.fact[])
returns milepost.fact[]
language plpgsql as $$
declare
  v_ord integer;
begin
  if not exists (
    select from unnest(p_facts) f where f.code = 'enrollment_not_found' and f.attempt_no = 1
  ) then
    return p_facts;
  end if;
  for v_ord in
    select w.ord
    from (
      select i.ord, i.opens,
        min(i.ord) filter (where i.opens)
          over (partition by i.bucket, i.learner, i.course_id) as opened_by
      from (
        select f.ord, f.bucket, f.learner, f.course_id, true as opens
        from unnest(milepost.facts_without_attempt(p_facts)) f
        union all
        select f.ord, f.bucket, f.learner, f.course_id, false
        from unnest(p_facts) f
        where f.code = 'enrollment_not_found' and f.attempt_no = 1
      ) i
    ) w
    where not w.opens and w.opened_by < w.ord
  loop
    p_facts[v_ord].code := null;
  end loop;
  return p_facts;
end $$;
comment on function milepost.await_first_attempts(milepost.fact[]) is
  'Takes back the refusal of facts that name the first attempt where an earlier one of the batch '
  'is about to open it.';
