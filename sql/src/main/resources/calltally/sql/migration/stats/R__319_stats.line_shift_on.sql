create or replace function stats.line_shift_on(source_id integer, line text, local_date date)
    returns table (starts_at timestamptz, ends_at timestamptz)
    language sql
    stable
as $$
    select
        (line_shift_on.local_date + h.from_time) at time zone s.zone as starts_at,
        (line_shift_on.local_date + (h.to_time <= h.from_time)::integer + h.to_time)
            at time zone s.zone as ends_at
    from config.source as s
    join (
        select l.source_id, l.weekday, l.from_time, l.to_time
        from config.line_shift as l
        where l.line = line_shift_on.line
        union all
        select h.source_id, h.weekday, h.from_time, h.to_time
        from config.shift as h
        where not exists (
            select from config.line_shift as l
            where l.source_id = h.source_id
                and l.line = line_shift_on.line)
    ) as h using (source_id)
    where s.source_id = line_shift_on.source_id
        and h.weekday = extract(isodow from line_shift_on.local_date)
        and not exists (
            select from config.holiday as o
            where o.source_id = line_shift_on.source_id
                and o.local_date = line_shift_on.local_date)
$$;
comment on function stats.line_shift_on(integer, text, date) is
    'The shifts of a line that start on a local date, as [starts_at, ends_at): its own ones, else '
    'those of its source; no rows on a holiday. A local time that a clock change repeats means its '
    'second occurrence.';
