create or replace function milepost.outline_effect(
  p_course_id bigint, p_required bigint[], p_total integer, p_changes boolean,
  p_recounts boolean
) returns jsonb
language sql stable as $$
  with after_edit as (
    select n.was, n.completed,
      (n.completed::bigint * 10000 / nullif(p_total, 0))::numeric / 100 as becomes
    from milepost.open_attempt_counts(p_course_id, p_required) n
  )
  select jsonb_build_object(
    'openAttempts', count(*) filter (where p_recounts),
    'percentageFalls', count(*) filter (where a.becomes < a.was),
    'percentageRises', count(*) filter (where a.becomes > a.was),
    'becomeComplete', count(*) filter (where p_total > 0 and a.completed = p_total),
    'completedKept', case when p_changes then (
      select count(*) from milepost.current_attempts(p_course_id) e
      where e.completed_at is not null
    ) else 0 end
  )
  from after_edit a
$$;
comment on function milepost.outline_effect(bigint, bigint[], integer, boolean, boolean) is
  'What an edit would do to the current attempts of a course: how many open ones it recounts, '
  'how many of them fall, rise or become complete, and how many completed ones keep the version '
  'they were earned against.';
