create or replace function stats.callback_rule(source_id integer, line text, department text)
    returns table (
        deadline interval,
        in_working_hours boolean,
        recipients text[],
        mask_numbers boolean)
    language sql
    stable
as $$
    select
        coalesce(l.deadline, d.deadline, s.deadline),
        coalesce(l.within, d.within, s.within, 'working_hours') = 'working_hours',
        coalesce(l.recipients, d.recipients, s.recipients, '{}'),
        coalesce(l.mask_numbers, d.mask_numbers, s.mask_numbers, false)
    from (select) as always
    left join config.callback_rule as s
        on s.source_id = callback_rule.source_id
        and s.scope = 'source'
    left join config.callback_rule as d
        on d.source_id = callback_rule.source_id
        and d.scope = 'department'
        and d.name = callback_rule.department
    left join config.callback_rule as l
        on l.source_id = callback_rule.source_id
        and l.scope = 'line'
        and l.name = callback_rule.line
$$;
comment on function stats.callback_rule(integer, text, text) is
    'The call-back deadline of a line and a department, and who is notified: each value is of the '
    'line, else of the department, else of the source. deadline is null without one.';
