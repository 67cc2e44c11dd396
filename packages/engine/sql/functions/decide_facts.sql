create or replace function milepost.decide_facts(p_tenant_id integer, p_facts milepost.fact[])
returns milepost.fact[]
language plpgsql as $$
declare
  -- As plan_for has it.
  v_hashes constant boolean := current_setting('enable_hashjoin') = 'on';
begin
  return (
    with known as (
      select (k.f).*, (k.lp).first_viewed_at as old_first, (k.lp).last_viewed_at as old_last,
        (k.lp).completed_at as old_done,
        -- An attempt that is open and current counts the course's required lessons of today; one
        -- that is complete counts no more; one that was superseded counts those of the version it
        -- froze at.
        (k.e).completed_at is null and case
          when (k.e).counted_version = c.required_version then l.counts
          else (k.f).lesson_id = any (oc.required_lesson_ids)
        end as lesson_counts,
        (k.e).exempted_at is null and milepost.counts_in_reports(k.e) as is_in_reports,
        (k.lp).lesson_id is null and coalesce(l.published_at > milepost.ended_at(k.e), false)
          as is_unavailable,
        case when l.retired_at is null then l.position end as old_place,
        c.outline_version as version
      from (
        -- Look-ups behind fences can only be made from the outside in: as plain joins, planned
        -- while a table counted as empty, they went through all of it once a fact (seen: a batch of
        -- 500 in 2.7 s).
        select f, e.attempt as e, lp.record as lp
        from unnest(p_facts) f
        left join lateral (
          select e as attempt from milepost.enrollment e
          where e.bucket = f.bucket and e.enrollment_id = f.enrollment_id
          offset 0
        ) e on true
        left join lateral (
          select lp as record from milepost.lesson_progress lp
          where lp.bucket = f.bucket and lp.enrollment_id = f.enrollment_id
            and lp.lesson_id = f.lesson_id
          offset 0
        ) lp on true
        where not v_hashes and num_nonnulls(f.code, f.recorded) < 1
        union all
        -- Neither refused nor a replay. As a comparison, which is taken for true of a third of the
        -- rows: a null is taken to be rare, and 50,000 facts planned as the one they are not.
        select f, e, lp
        from unnest(p_facts) f
        left join milepost.enrollment e
          on e.bucket = f.bucket and e.enrollment_id = f.enrollment_id
        left join milepost.lesson_progress lp
          on lp.bucket = f.bucket and lp.enrollment_id = f.enrollment_id
            and lp.lesson_id = f.lesson_id
        where v_hashes and num_nonnulls(f.code, f.recorded) < 1
      ) k
      -- Left joins: those that follow them find their row, and the facts stay the outer side.
      left join milepost.course c on c.course_id = (k.f).course_id
      left join milepost.lesson l on l.lesson_id = (k.f).lesson_id
      left join milepost.outline_change oc
        on oc.tenant_id = p_tenant_id and oc.course_id = (k.f).course_id
        and oc.outline_version = (k.e).counted_version
        and (k.e).counted_version <> c.required_version
    ), ranked as (
      select k.*,
        k.completes and k.old_done is null
          and count(*) filter (where k.completes) over earlier = 0 as is_first_completion
      from known k
      window earlier as (
        partition by k.bucket, k.enrollment_id, k.lesson_id order by k.ord
        rows between unbounded preceding and 1 preceding
      )
    ), spanned as (
      select r.*,
        -- A repeated completion changes nothing, so it is no view either.
        not r.completes or r.is_first_completion as is_view,
        coalesce(r.old_done,
          max(r.occurred_at) filter (where r.is_first_completion) over earlier) as stands,
        least(r.old_first, min(r.occurred_at)
          filter (where not r.completes or r.is_first_completion) over earlier) as first_before,
        greatest(r.old_last, max(r.occurred_at)
          filter (where not r.completes or r.is_first_completion) over earlier) as last_before
      from ranked r
      window earlier as (
        partition by r.bucket, r.enrollment_id, r.lesson_id order by r.ord
        rows between unbounded preceding and 1 preceding
      )
    )
    -- No join back to the facts by their number: without hash joins it would be a square.
    select coalesce(array_agg(d.fact order by (d.fact).ord), '{}')
    from (
      select (
        s.ord, s.bucket, s.learner, s.learner_id, s.lesson_id, s.course_id, s.enrollment_id,
        s.attempt_no, s.completes, s.occurred_at, s.received_at, s.time_given, s.clamped,
        s.event_id,
        s.code, s.lesson_counts, s.is_view, s.is_first_completion,
        s.is_first_completion or s.is_view and (
          s.first_before is null
          or s.occurred_at < s.first_before or s.occurred_at > s.last_before
        ),
        s.stands, s.old_first, s.old_done, s.is_in_reports, s.is_unavailable, s.old_place, s.version
      )::milepost.fact as fact
      from spanned s
      union all
      select f from unnest(p_facts) f where f.code is not null or f.recorded is not null
    ) d
  );
end $$;
comment on function milepost.decide_facts(integer, milepost.fact[]) is
  'What each fact of a batch does, as if they came one by one in their order: whether it is the '
  'first completion, counts for the percentage, moves a view. Runs after lock_attempts, in a '
  'statement of its own.';
