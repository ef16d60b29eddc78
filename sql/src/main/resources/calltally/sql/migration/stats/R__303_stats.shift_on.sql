create or replace function stats.shift_on(source_id integer, local_date date)
    returns table (starts_at timestamptz, ends_at timestamptz)
    language sql
    stable
as $$
    select
        (shift_on.local_date + h.from_time) at time zone s.zone as starts_at,
        (shift_on.local_date + (h.to_time <= h.from_time)::integer + h.to_time)
            at time zone s.zone as ends_at
    from config.source as s
    join config.shift as h using (source_id)
    where s.source_id = shift_on.source_id
        and h.weekday = extract(isodow from shift_on.local_date)
        and not exists (
            select from config.holiday as o
            where o.source_id = shift_on.source_id
                and o.local_date = shift_on.local_date)
$$;
comment on function stats.shift_on(integer, date) is
    'The shifts of a source that start on a local date, as [starts_at, ends_at); no rows on a '
    'holiday. A local time that a clock change repeats means its second occurrence.';
