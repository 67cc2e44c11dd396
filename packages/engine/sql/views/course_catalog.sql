create or replace view milepost.course_catalog as
select c.external_id as course, c.title, c.enrollment_policy as enrollment, c.outline_version,
  c.total_lessons, c.created_at
from milepost.course c;
comment on view milepost.course_catalog is 'Public: the courses of the tenant in use.';
grant select on milepost.course_catalog to milepost_app;
