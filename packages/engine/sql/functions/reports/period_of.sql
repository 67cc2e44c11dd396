create or replace function milepost.period_of(p_day integer, p_by text) returns date
language sql immutable as $$
  select date_trunc(p_by, (date '1970-01-01' + p_day)::timestamp)::date
$$;
comment on function milepost.period_of(integer, text) is
  'The first day of the ISO week or the month that a day, counted from 1970, is in.';
