create or replace function milepost.reopened(e milepost.enrollment) returns milepost.enrollment
language plpgsql immutable as $$
begin
  e.completed_at := null;
  e.completed_outline_version := null;
  return e;
end $$;
comment on function milepost.reopened(milepost.enrollment) is
  'An attempt as it was before the edit that completed it.';
