create or replace function milepost.check_saved_view(
  p_owner text, p_name text, p_page text, p_query text
) returns void
language plpgsql
as $$
begin
  if coalesce(length(p_owner), 0) not between 1 and 300
    or coalesce(length(p_name), 0) not between 1 and 100
    or coalesce(length(p_page), 0) not between 1 and 50
    or coalesce(length(p_query), 2001) > 2000
  then
    perform milepost.refuse('text_out_of_range');
  end if;
end $$;
comment on function milepost.check_saved_view(text, text, text, text) is
  'Refuses what no saved view can be. Which pages there are is for the dashboard to say.';
