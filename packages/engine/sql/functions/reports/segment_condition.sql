create or replace function milepost.segment_condition(p_segment text) returns text
language sql immutable as $$
  select case p_segment
    when 'stillActive' then
      'e.frontier_lesson_id = $3 and e.last_viewed_at > $5'
    when 'stoppedHere' then
      'e.frontier_lesson_id = $3 and e.last_viewed_at <= $5'
    else 'exists (
      select from milepost.lesson_progress lp
      where lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id and lp.lesson_id = $3'
      || case p_segment
        when 'viewed' then ')'
        when 'completed' then ' and lp.completed_at is not null)'
        when 'viewedNotCompleted' then ' and lp.completed_at is null)'
        when 'movedOn' then
          ' and lp.completed_at is null) and e.furthest_lesson_id is distinct from $3'
        else ' and false)'
      end
  end || ' and e.exempted_at is null'
  where p_segment is not null
  union all
  select '$3::bigint is null and $5::timestamptz is not null' where p_segment is null
$$;
comment on function milepost.segment_condition(text) is
  'The piece of report_learners that keeps one segment of a lesson''s viewers; everyone for null.';
