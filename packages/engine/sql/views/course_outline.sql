create or replace view milepost.course_outline as
select c.external_id as course, l.external_id as lesson, l.position, l.title, l.section, l.required,
  l.due_at, l.published_at, l.retired_at, instead.external_id as replaced_by
from milepost.lesson l
join milepost.course c on c.course_id = l.course_id
left join milepost.lesson instead on instead.lesson_id = l.replaced_by;
comment on view milepost.course_outline is
  'Public: every lesson of every course, retired ones too (retired_at); order by course, position.';
grant select on milepost.course_outline to milepost_app;
