create or replace function milepost.may_count_otherwise(
  e milepost.enrollment, r milepost.recount
) returns boolean
language sql immutable parallel safe as $$
  select milepost.may_have_moved(e, r)
    or e.completed_at is null and e.counted_version < r.required_version
      and e.total_lessons - e.completed_lessons <= r.lacking
$$;
comment on function milepost.may_count_otherwise(milepost.enrollment, milepost.recount) is
  'Whether reports may count an attempt otherwise once it has followed the edits: it may be '
  'complete, or have come to another lesson. All others change in their percentage alone.';
