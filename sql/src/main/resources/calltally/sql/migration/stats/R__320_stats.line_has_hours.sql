create or replace function stats.line_has_hours(source_id integer, line text) returns boolean
    language sql
    stable
as $$
    select exists (
            select from config.shift as h
            where h.source_id = line_has_hours.source_id)
        or exists (
            select from config.line_shift as h
            where h.source_id = line_has_hours.source_id
                and h.line = line_has_hours.line)
$$;
comment on function stats.line_has_hours(integer, text) is
    'Whether working hours are configured for a line or for its source.';
