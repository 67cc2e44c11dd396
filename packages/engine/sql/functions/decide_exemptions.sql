create or replace function milepost.decide_exemptions(p_acts milepost.act[], p_exempts boolean)
returns milepost.act[]
language plpgsql stable as $$
begin
  return (
    select array_agg((
      a.ord, a.learner, a.course, a.attempt_no, a.given, a.learner_zone, a.attempt, a.due,
      coalesce(a.code, case
        when not p_exempts or (a.attempt).exempted_at is not null then null
        when (a.attempt).withdrawn_at is not null then 'attempt_withdrawn'
        when (a.attempt).completed_at is not null then 'attempt_completed'
      end))::milepost.act order by a.ord)
    from unnest(p_acts) a
  );
end $$;
comment on function milepost.decide_exemptions(milepost.act[], boolean) is
  'Which attempts of a batch are not exempted, since they ended meanwhile: a list from which many '
  'are chosen is old by the time it is acted on. Whoever is exempt already stays so.';
