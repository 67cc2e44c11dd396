create or replace function milepost.feed_goes_on(p_tenant_id integer, p_after bigint)
returns boolean
language plpgsql stable as $$
declare
  v_feed milepost.feed_position;
begin
  select f.* into v_feed from milepost.feed_position f where f.tenant_id = p_tenant_id;
  return v_feed.last_no > p_after or milepost.feed_lags(p_tenant_id, v_feed);
end $$;
comment on function milepost.feed_goes_on(integer, bigint) is
  'Whether the feed has, or will have once it is carried on, an entry after a number. Writes '
  'nothing, unlike advance_feed.';
