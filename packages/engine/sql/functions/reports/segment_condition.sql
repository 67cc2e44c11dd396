create or replace function milepost.segment_condition(p_segment text) returns text
language sql immutable as $$
  select case p_segment
    when 'viewed' then 'true'
    when 'completed' then 'lp.completed_at is not null'
    when 'viewedNotCompleted' then 'lp.completed_at is null'
    when 'movedOn' then 'lp.completed_at is null and e.furthest_lesson_id is distinct from $3'
    when 'stillActive' then
      'lp.completed_at is null and e.furthest_lesson_id = $3 and e.last_viewed_at > $5'
    when 'stoppedHere' then
      'lp.completed_at is null and e.furthest_lesson_id = $3 and e.last_viewed_at <= $5'
    else 'false'
  end || ' and lp.lesson_id is not null and e.exempted_at is null'
  where p_segment is not null
  union all
  select '$3::bigint is null and $5::timestamptz is not null' where p_segment is null
$$;
comment on function milepost.segment_condition(text) is
  'The piece of report_learners that keeps one segment of a lesson''s viewers; everyone for null.';
