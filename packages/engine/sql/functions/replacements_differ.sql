create or replace function milepost.replacements_differ(p_course_id bigint, p_replaced_by jsonb)
returns boolean
language sql stable as $$
  select exists (
    select from jsonb_each_text(coalesce(p_replaced_by, '{}')) p
    left join milepost.lesson old on old.course_id = p_course_id and old.external_id = p.key
    left join milepost.lesson new on new.course_id = p_course_id and new.external_id = p.value
    where old.replaced_by is distinct from new.lesson_id or new.lesson_id is null
  )
$$;
comment on function milepost.replacements_differ(bigint, jsonb) is
  'Whether an edit names a replacement for a retired lesson that is not the stored one.';
