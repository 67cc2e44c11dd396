create or replace function milepost.learner_mark(p_salt uuid, p_external_id text) returns bytea
language sql immutable as $$
  select sha256(uuid_send(p_salt) || convert_to(p_external_id, 'UTF8'))
$$;
comment on function milepost.learner_mark(uuid, text) is
  'What names a learner in a sealed completion: SHA-256 over the sixteen bytes of the salt and the '
  'id. Who knows both can check it; who knows neither learns nothing.';
