create or replace view milepost.learner_profile as
select r.external_id as learner, r.name, r.email, r.locale, r.time_zone, r.created_at
from milepost.learner r
where r.erased_at is null;
comment on view milepost.learner_profile is
  'Public: the learners of the tenant in use; erased ones are gone.';
grant select on milepost.learner_profile to milepost_app;
