create or replace function milepost.recount_part(r milepost.recount, p_limit integer)
returns boolean
language plpgsql as $$
declare
  v_next record;
begin
  -- Along an index that begins with the course, so that a small one among millions of attempts is
  -- found at once. An attempt moves in it with its deadline alone, and that write counts it anew.
  select array_agg(v.bucket) filter (where v.is_behind) as buckets,
    array_agg(v.enrollment_id) filter (where v.is_behind) as ids,
    count(*) as seen, (array_agg(v.due_order))[p_limit] as last_due,
    (array_agg(v.bucket))[p_limit] as last_bucket, (array_agg(v.enrollment_id))[p_limit] as last_id
  into v_next
  from (
    select e.bucket, e.enrollment_id, e.due_order,
      case when r.is_first_pass then milepost.may_count_otherwise(e, r)
        else e.completed_at is null and e.counted_version < r.required_version
      end as is_behind
    from milepost.enrollment e
    where e.course_id = r.course_id and e.is_current and e.bucket / 256 = r.part
      and (e.due_order, e.bucket, e.enrollment_id)
        > (r.next_due, r.next_bucket, r.next_enrollment_id)
    order by e.due_order, e.bucket, e.enrollment_id
    limit p_limit
  ) v;
  if v_next.ids is not null then
    perform milepost.catch_up(v_next.buckets, v_next.ids);
  end if;
  if v_next.seen = p_limit then
    update milepost.recount c set
      next_due = v_next.last_due, next_bucket = v_next.last_bucket,
      next_enrollment_id = v_next.last_id
    where c.course_id = r.course_id and c.part = r.part;
    return true;
  elsif r.is_first_pass then
    update milepost.recount c set
      is_first_pass = false, next_due = '-infinity', next_bucket = 0, next_enrollment_id = 0
    where c.course_id = r.course_id and c.part = r.part;
    return true;
  end if;
  delete from milepost.recount c where c.course_id = r.course_id and c.part = r.part;
  return false;
end $$;
comment on function milepost.recount_part(milepost.recount, integer) is
  'Has the next attempts of a part, so many at most, follow the outline edits of their course; '
  'whether there may be more. Under the lock of that row of recount.';
