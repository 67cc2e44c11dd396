create or replace function milepost.given_lessons(p_lessons jsonb)
returns table (
  id text, title text, section text, required boolean, due_at timestamptz, n integer
)
language plpgsql stable as $$
begin
  return query
  select i.e ->> 'id', i.e ->> 'title', i.e ->> 'section',
    coalesce((i.e ->> 'required')::boolean, true),
    milepost.instant((i.e ->> 'dueAt')::timestamptz), i.n::integer
  from jsonb_array_elements(p_lessons) with ordinality i (e, n);
end $$;
comment on function milepost.given_lessons(jsonb) is
  'The lessons of an outline as they were put, in order. Plain columns, for the reason '
  'learner_keys has.';
