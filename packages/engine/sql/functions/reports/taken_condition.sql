create or replace function milepost.taken_condition(p_origin text) returns text
language sql immutable as $$
  select case
    when p_origin is null then '$15::integer <= $16::integer'
    else format($c$e.exempted_at is null and %1$s is not null
      and e.completed_at <= coalesce(e.withdrawn_at, 'infinity')
      and milepost.days_taken(%1$s, e.completed_at) between $15 and $16$c$,
      case p_origin when 'firstAccess' then 'e.first_viewed_at' else 'e.enrolled_at' end)
  end
$$;
comment on function milepost.taken_condition(text) is
  'The piece of report_learners that keeps who completed within some days, counted from first '
  'access or enrollment: the finishers of follow_up_from_facts. Everyone for null.';
