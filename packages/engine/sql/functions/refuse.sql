create or replace function milepost.refuse(p_code text) returns void
language plpgsql as $$
declare
  v_sqlstate constant text := case p_code
    when 'tenant_not_found' then 'MP001'
    when 'learner_not_found' then 'MP002'
    when 'course_not_found' then 'MP003'
    when 'lesson_not_found' then 'MP004'
    when 'enrollment_not_found' then 'MP005'
    when 'enrollment_required' then 'MP006'
    when 'attempt_open' then 'MP007'
    when 'attempt_conflict' then 'MP008'
    when 'lesson_of_another_course' then 'MP009'
    when 'lesson_repeated' then 'MP010'
    when 'outline_version_mismatch' then 'MP011'
    when 'replacement_not_found' then 'MP012'
    when 'time_zone_unknown' then 'MP013'
    when 'time_out_of_range' then 'MP014'
    when 'id_out_of_range' then 'MP015'
    when 'batch_too_large' then 'MP016'
    when 'outline_too_large' then 'MP017'
    when 'key_not_found' then 'MP018'
    when 'event_type_unknown' then 'MP019'
    when 'cursor_invalid' then 'MP020'
    when 'limit_out_of_range' then 'MP021'
    when 'reason_required' then 'MP022'
    when 'text_out_of_range' then 'MP023'
    when 'tenant_exists' then 'MP024'
    when 'due_out_of_range' then 'MP025'
    when 'group_not_found' then 'MP026'
    when 'webhook_not_found' then 'MP027'
    when 'webhook_url_refused' then 'MP028'
    when 'webhook_types_unknown' then 'MP029'
    when 'webhooks_too_many' then 'MP030'
    when 'webhook_disabled' then 'MP031'
    when 'delivery_not_found' then 'MP032'
    when 'attempt_completed' then 'MP041'
    when 'attempt_withdrawn' then 'MP042'
    when 'attempt_exempt' then 'MP043'
    when 'attempt_not_current' then 'MP044'
    when 'attempt_repeated' then 'MP045'
    when 'deadline_moved' then 'MP046'
    when 'deadline_missing' then 'MP047'
    when 'saved_view_not_found' then 'MP060'
    when 'saved_view_of_another' then 'MP061'
    when 'saved_views_too_many' then 'MP062'
  end;
begin
  raise exception using errcode = v_sqlstate, message = p_code;
end $$;
comment on function milepost.refuse(text) is
  'Raises a refusal by its code, each with an SQLSTATE of its own: those arrive unaltered from a '
  'worker node, constraint names and messages do not.';
