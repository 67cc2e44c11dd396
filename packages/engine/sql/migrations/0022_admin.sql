-- What administrators do by hand, and how they find a learner.

create type milepost.act as (
  ord          integer,
  learner      text,
  course       text,
  attempt_no   integer,
  given        jsonb,
  learner_zone text,
  attempt      milepost.enrollment,
  due          milepost.deadline,
  code         text
);
comment on type milepost.act is
  'An act on one attempt of a batch: the attempt it names, and then either why it is refused '
  '(code) or, of a deadline, what it comes to (due).';

-- The tenant is a key, so that row-level security is a condition of the search. Few entries are of
-- these types: a fact pays nothing for it.
create index progress_event_manual on milepost.progress_event
  (tenant_id, received_at, bucket, event_no)
  where type in ('enrollment.withdrawn', 'enrollment.exempted', 'enrollment.reinstated',
    'deadline.moved');

-- Row-level security lets no index be searched by lower(), which it cannot vouch for; a column that
-- holds the same it does. Of each the first hundred characters: an index takes no longer ones. All
-- of them in this row, since nothing else may hold a person's name.
alter table milepost.learner add column name_key text collate "C"
  generated always as (left(lower(btrim(coalesce(name, ''))), 100)) stored;
alter table milepost.learner add column name_from_second text collate "C" generated always as (
  left(substring(lower(btrim(name)) from '^[^[:space:]-]+[[:space:]-]+(.+)$'), 100)) stored;
alter table milepost.learner add column name_from_third text collate "C" generated always as (
  left(substring(lower(btrim(name)) from '^(?:[^[:space:]-]+[[:space:]-]+){2}(.+)$'), 100)) stored;
alter table milepost.learner add column id_key text collate "C"
  generated always as (left(lower(external_id), 100)) stored;
comment on column milepost.learner.name_key is
  'The name in small letters: what learners are listed and searched by. Empty without a name.';
comment on column milepost.learner.name_from_second is
  'The same from the second word on, so that a family name is found by its beginning.';
comment on column milepost.learner.name_from_third is 'The same from the third word on.';
comment on column milepost.learner.id_key is 'The host''s own id in small letters.';

create index learner_by_name_key on milepost.learner
  (tenant_id, name_key, external_id collate "C", bucket) where erased_at is null;
create index learner_by_second_word on milepost.learner
  (tenant_id, name_from_second, name_key, external_id collate "C", bucket)
  where erased_at is null and name_from_second is not null;
create index learner_by_third_word on milepost.learner
  (tenant_id, name_from_third, name_key, external_id collate "C", bucket)
  where erased_at is null and name_from_third is not null;
create index learner_by_id_key on milepost.learner
  (tenant_id, id_key, name_key, external_id collate "C", bucket) where erased_at is null;
