create or replace function milepost.check_webhook(p_url text, p_types text[], p_description text)
returns void
language plpgsql
as $$
begin
  if coalesce(length(p_url), 0) not between 1 and 2000
    or length(p_description) not between 1 and 1000
  then
    perform milepost.refuse('text_out_of_range');
  end if;
  if p_url !~ '^https?://[^/?#@[:space:]]+([/?][^[:space:]]*)?$' then
    perform milepost.refuse('webhook_url_refused');
  end if;
  if cardinality(p_types) = 0 or exists (
    select from unnest(p_types) t (type)
    where t.type is null or t.type <> all (enum_range(null::milepost.event_type)::text[])
  ) then
    perform milepost.refuse('webhook_types_unknown');
  end if;
end $$;
comment on function milepost.check_webhook(text, text[], text) is
  'Refuses what no webhook can have. Whether a server sends to the URL is for the server to say.';
