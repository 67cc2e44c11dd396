create or replace function milepost.bucket_of(p_tenant text, p_learner text) returns smallint
language plpgsql immutable strict parallel safe as $$
declare
  -- The first ten bits of a SHA-256: the same in every PostgreSQL version and in every language,
  -- which hashtext does not promise.
  v_hash constant bytea := sha256(convert_to(p_tenant || '/' || p_learner, 'UTF8'));
begin
  return get_byte(v_hash, 0) * 4 + get_byte(v_hash, 1) / 64;
end $$;
comment on function milepost.bucket_of(text, text) is
  'The lane of a learner, 0–1023: first ten bits of SHA-256 over ''tenant/learner'' in UTF-8. A '
  'tenant''s name has no slash, so no two pairs spell the same text.';
grant execute on function milepost.bucket_of(text, text) to milepost_app;
