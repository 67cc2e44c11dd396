create or replace function milepost.may_have_moved(
  e milepost.enrollment, r milepost.recount
) returns boolean
language sql immutable parallel safe as $$
  select case when e.furthest_lesson_id is null then r.furthest_may_begin
    else e.furthest_lesson_id = any (r.furthest_lesson_ids) end
$$;
comment on function milepost.may_have_moved(milepost.enrollment, milepost.recount) is
  'Whether the edits may have changed which lesson an attempt has come to. By what is stored; '
  'looking is what tells.';
