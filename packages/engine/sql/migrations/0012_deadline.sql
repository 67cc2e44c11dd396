create type milepost.deadline as (
  due_at           timestamptz,
  rule             text,
  due_date         date,
  due_days         integer,
  time_zone        text,
  time_zone_source text
);
comment on type milepost.deadline is 'A deadline resolved: the instant, and how it was stated.';
