create or replace function milepost.verify_seals(p_tenant text)
returns table (
  seals integer, sealed bigint, unsealed bigint, finding_count bigint, last_hash text,
  finding text, seal_no integer, place integer, event_no bigint, learner text, course text,
  attempt integer, lesson text, stored text, recorded text
)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  -- On a standby it may look and not write.
  if current_setting('transaction_read_only') = 'off' then
    perform milepost.analyze_grown();
    perform milepost.advance_feed(v_tenant_id);
  end if;
  return query
  with found as materialized (
    select f.what, f.seal_no, f.place, f.bucket, f.event_no, pe.enrollment_id, pe.learner_id,
      pe.course_id, pe.lesson_id, null::text as stored, pe.occurred_at::text as recorded
    from milepost.seal_findings(v_tenant_id) f
    left join milepost.progress_event pe on pe.bucket = f.bucket and pe.event_no = f.event_no
    union all
    -- The ledger may be as it was sealed, and what everybody reads beside it altered.
    select 'completion differs from the ledger', null, null, d.bucket, null, d.enrollment_id,
      null, d.course_id, d.lesson_id, d.stored, d.derived
    from milepost.ledger_differences(v_tenant_id) d
    where d.name in ('lesson.completed in the ledger', 'course.completed in the ledger')
  ), numbered as (
    select f.*, row_number() over (
      order by f.seal_no nulls last, f.place nulls first, f.event_no, f.bucket, f.enrollment_id,
        f.lesson_id) as n
    from found f
  ), counted as (
    select (select count(*) from found) as findings,
      (select count(*)::integer from milepost.seal s where s.tenant_id = v_tenant_id) as seals,
      (select coalesce(sum(cardinality(s.leaf_hashes)), 0)::bigint
        from milepost.seal s where s.tenant_id = v_tenant_id) as sealed,
      (select count(*) from milepost.progress_event pe
        where pe.tenant_id = v_tenant_id
          and pe.type in ('lesson.completed', 'course.completed')) as completions,
      (select coalesce(sum(cardinality(s.leaf_hashes) - cardinality(
          array_remove(s.event_nos, null))), 0)::bigint
        from milepost.seal s where s.tenant_id = v_tenant_id) as elsewhere
  )
  select t.seals, t.sealed, greatest(t.completions - (t.sealed - t.elsewhere), 0), t.findings,
    (select encode(s.hash, 'hex') from milepost.seal s
      where s.tenant_id = v_tenant_id order by s.seal_no desc limit 1),
    f.what, f.seal_no, f.place, f.event_no, r.external_id, c.external_id, e.attempt_no,
    l.external_id, f.stored, f.recorded
  from counted t
  left join (select * from numbered n order by n.n limit 1000) f on true
  left join milepost.enrollment e on e.bucket = f.bucket and e.enrollment_id = f.enrollment_id
  left join milepost.learner r
    on r.bucket = f.bucket and r.learner_id = coalesce(e.learner_id, f.learner_id)
  left join milepost.course c on c.course_id = f.course_id
  left join milepost.lesson l on l.lesson_id = f.lesson_id
  order by f.n;
end $$;
comment on function milepost.verify_seals(text) is
  'Holds every completion of a tenant against its seals, and what everybody reads against the '
  'ledger: the first 1,000 findings in the order of the seals, or one row without, beside the '
  'counts. Not for the application role.';
