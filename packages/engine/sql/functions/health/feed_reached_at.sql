create or replace function milepost.feed_reached_at(p_tenant_id integer, p_last_no bigint)
returns timestamptz
language plpgsql stable
as $$
begin
  return (
    select pe.received_at
    from (
      select fs.buckets[p_last_no - fs.first_no + 1] as bucket,
        fs.event_nos[p_last_no - fs.first_no + 1] as event_no
      from milepost.feed_segment fs
      where fs.tenant_id = p_tenant_id and fs.first_no <= p_last_no
      order by fs.first_no desc
      limit 1
    ) k
    join milepost.progress_event pe on pe.bucket = k.bucket and pe.event_no = k.event_no
  );
end $$;
comment on function milepost.feed_reached_at(integer, bigint) is
  'When the entry of a number in the feed was received; null for number 0.';
