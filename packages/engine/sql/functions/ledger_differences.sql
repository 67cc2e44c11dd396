create or replace function milepost.ledger_differences(p_tenant_id integer)
returns table (
  course_id bigint, bucket smallint, enrollment_id bigint, lesson_id bigint, name text,
  stored text, derived text
)
language sql stable as $$
  select coalesce(e.course_id, n.course_id), coalesce(e.bucket, n.bucket),
    coalesce(e.enrollment_id, n.enrollment_id), null::bigint, x.name, x.stored, x.derived
  from (select * from milepost.enrollment e where e.tenant_id = p_tenant_id) e
  full join milepost.attempt_entries(p_tenant_id) n
    on n.bucket = e.bucket and n.enrollment_id = e.enrollment_id
  cross join lateral (values
    -- So many attempts as the row is; so many entries as the ledger has.
    ('enrollment.created in the ledger', num_nonnulls(e.enrollment_id)::text,
      coalesce(n.opened_times, 0)::text),
    ('course.completed in the ledger', e.completed_at::text, n.completed_at::text),
    ('enrollment.withdrawn in the ledger', e.withdrawn_at::text, n.withdrawn_at::text),
    ('enrollment.exempted in the ledger', e.exempted_at::text, n.exempted_at::text)
  ) x (name, stored, derived)
  where x.stored is distinct from x.derived
  union all
  select coalesce(lp.course_id, n.course_id), coalesce(lp.bucket, n.bucket),
    coalesce(lp.enrollment_id, n.enrollment_id), coalesce(lp.lesson_id, n.lesson_id),
    'lesson.completed in the ledger', lp.completed_at::text, n.completed_at
  from (
    select * from milepost.lesson_progress lp
    where lp.tenant_id = p_tenant_id and lp.completed_at is not null
  ) lp
  full join (
    select pe.bucket, pe.enrollment_id, pe.lesson_id, min(pe.course_id) as course_id,
      string_agg(pe.occurred_at::text, ', ' order by pe.event_no) as completed_at
    from milepost.progress_event pe
    where pe.tenant_id = p_tenant_id and pe.type = 'lesson.completed'
    group by pe.bucket, pe.enrollment_id, pe.lesson_id
  ) n on n.bucket = lp.bucket and n.enrollment_id = lp.enrollment_id and n.lesson_id = lp.lesson_id
  where lp.completed_at::text is distinct from n.completed_at
$$;
comment on function milepost.ledger_differences(integer) is
  'Every beginning, end and completion that the ledger has not, has twice, or has at another time, '
  'and every one that is in the ledger alone. stored is the row''s word, derived the ledger''s.';
