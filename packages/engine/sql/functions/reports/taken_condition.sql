-- As comparisons of instants and not as days_taken: of a comparison the planner takes a third to be
-- left, of a function's value next to nobody, and goes through the whole course for a page.
create or replace function milepost.taken_condition(p_origin text) returns text
language sql immutable as $$
  select case
    when p_origin is null then '$15::interval <= $16::interval'
    else format($c$e.exempted_at is null and %1$s is not null
      and e.completed_at <= coalesce(e.withdrawn_at, 'infinity')
      and e.completed_at > %1$s + $15 and %1$s >= e.completed_at - $16$c$,
      case p_origin when 'firstAccess' then 'e.first_viewed_at' else 'e.enrolled_at' end)
  end
$$;
comment on function milepost.taken_condition(text) is
  'The piece of report_learners that keeps who took longer than one time and not longer than '
  'another, counted from first access or enrollment: the finishers of follow_up_from_facts. '
  'Everyone for null.';
