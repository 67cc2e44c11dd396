create or replace function milepost.refuse_misnamed_course(
  p_course text, p_title text, p_enrollment text
) returns void
language plpgsql as $$
begin
  if coalesce(length(p_course), 0) not between 1 and 255 then
    perform milepost.refuse('id_out_of_range');
  end if;
  if coalesce(length(p_title), 0) not between 1 and 1000
    or p_enrollment not in ('open', 'required')
  then
    perform milepost.refuse('text_out_of_range');
  end if;
end $$;
comment on function milepost.refuse_misnamed_course(text, text, text) is
  'Refuses a course whose id, title or enrollment policy cannot be stored: for the edit of an '
  'outline and for its preview alike.';
