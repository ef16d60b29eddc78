create or replace function ledger.callback_due(
    source_id integer,
    line text,
    department text,
    missed_at timestamptz)
    returns timestamptz
    language sql
    stable
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    with rule as (
        select
            r.deadline,
            extract(epoch from r.deadline) as seconds,
            r.in_working_hours
                and stats.line_has_hours(callback_due.source_id, callback_due.line) as is_in_hours
        from stats.callback_rule(
            callback_due.source_id, callback_due.line, callback_due.department) as r
    ),
    -- What is left of each shift after the missed call, and the sum of it up to the shift's end.
    shift as (
        select
            h.ends_at,
            sum(extract(epoch from h.ends_at - greatest(h.starts_at, callback_due.missed_at)))
                over (order by h.starts_at) as total
        from stats.days_between(
            callback_due.source_id,
            callback_due.missed_at,
            callback_due.missed_at + interval '60 days') as d
        cross join lateral stats.line_shift_on(
            callback_due.source_id, callback_due.line, d.day) as h
        where h.ends_at > callback_due.missed_at
    )
    select
        case
            when r.is_in_hours then (
                select h.ends_at - interval '1 second' * (h.total - r.seconds)::double precision
                from shift as h
                where h.total >= r.seconds
                order by h.total
                limit 1)
            else callback_due.missed_at + r.deadline
        end
    from rule as r
$$;
comment on function ledger.callback_due(integer, text, text, timestamptz) is
    'When the call-back deadline of a missed call passes, in the working time of its line; null '
    'without a deadline, and where the line does not work in the next 60 days.';
