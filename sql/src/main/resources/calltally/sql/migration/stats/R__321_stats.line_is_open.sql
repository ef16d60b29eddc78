create or replace function stats.line_is_open(source_id integer, line text, at timestamptz)
    returns boolean
    language sql
    stable
as $$
    select not stats.line_has_hours(line_is_open.source_id, line_is_open.line)
        or exists (
            select
            from config.source as s
            -- A shift may have started the evening before.
            cross join lateral (
                values ((at at time zone s.zone)::date), ((at at time zone s.zone)::date - 1)
            ) as d (day)
            cross join lateral stats.line_shift_on(
                line_is_open.source_id, line_is_open.line, d.day) as h
            where s.source_id = line_is_open.source_id
                and h.starts_at <= at
                and h.ends_at > at)
$$;
comment on function stats.line_is_open(integer, text, timestamptz) is
    'Whether an instant is in the working hours of a line; always, where none are configured.';
