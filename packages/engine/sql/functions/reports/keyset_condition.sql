create or replace function milepost.keyset_condition(
  p_sort text, p_descending boolean, p_goes_on boolean, p_after_null boolean, p_key text,
  p_id text
) returns text
language sql immutable as $$
  select case
    when not p_goes_on then '$6::text is null and $7::integer is null and $8::bigint is null'
    when p_after_null then format('%s is null and (r.bucket, %s) %s ($7, $8) and $6::text is null',
        p_key, p_id, w.way)
      || case when w.nulls_last then '' else w.then_values end
    else format('(%s%s, r.bucket, %s) %s (%s, $7, $8)',
        case p_sort when 'lastActivity' then 'e.last_viewed_day, ' else '' end,
        p_key, p_id, w.way,
        case p_sort
          when 'progress' then '$6::numeric'
          when 'name' then '$6::text collate "C"'
          when 'due' then '$6::timestamptz'
          else '($6::timestamptz at time zone ''UTC'')::date, $6::timestamptz'
        end)
      || case when w.nulls_last then format(' or %s is null', p_key) else '' end
  end
  from (
    select case when p_descending then '<' else '>' end as way,
      (p_sort = 'lastActivity') = p_descending as nulls_last,
      format(' or %s is not null', p_key) as then_values
  ) w
$$;
comment on function milepost.keyset_condition(text, boolean, boolean, boolean, text, text) is
  'The piece of report_learners that goes on behind a cursor, nulls standing where its order has '
  'them.';
