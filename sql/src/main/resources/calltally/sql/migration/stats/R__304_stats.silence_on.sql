-- One shift at a time, so each reads one range of the key, however many days are asked for. What
-- was received in a break ends the silence before it: the next shift begins a new one.
-- Planned once a session: planning for every month of the journal takes longer than the answer.
create or replace function stats.silence_on(
    source_id integer,
    local_date date,
    known_until timestamptz)
    returns table (gap_starts_at timestamptz, gap_ends_at timestamptz, seconds numeric)
    language plpgsql
    stable
    set plan_cache_mode = force_generic_plan
as $$
begin
    return query
    with shift as (
        select
            h.starts_at,
            h.ends_at,
            coalesce(
                sum(h.ends_at - h.starts_at) over (
                    order by h.starts_at rows between unbounded preceding and 1 preceding),
                interval '0') as worked_before,
            lag(h.ends_at) over (order by h.starts_at) as break_starts_at,
            lead(h.starts_at) over (order by h.starts_at) is null as is_last
        from stats.shift_on(silence_on.source_id, silence_on.local_date) as h
        where known_until is null
            or h.starts_at < known_until
    ),
    event as (
        select h.starts_at as at, h.worked_before as worked
        from shift as h
        where h.break_starts_at is null
            or exists (
                select from journal.notification as n
                where n.source_id = silence_on.source_id
                    and n.occurred_at >= h.break_starts_at
                    and n.occurred_at < h.starts_at)
        union all
        select
            n.occurred_at,
            h.worked_before + (n.occurred_at - h.starts_at)
        from shift as h
        cross join lateral (
            select n.occurred_at
            from journal.notification as n
            where n.source_id = silence_on.source_id
                and n.occurred_at >= h.starts_at
                and n.occurred_at < least(h.ends_at, known_until)
        ) as n
        union all
        select
            least(h.ends_at, known_until),
            h.worked_before + (least(h.ends_at, known_until) - h.starts_at)
        from shift as h
        where h.is_last
            and (known_until is not null
                -- Not exists (a later one): that would read a month from its beginning.
                or h.ends_at <= (
                    select max(n.occurred_at)
                    from journal.notification as n
                    where n.source_id = silence_on.source_id))
    )
    select g.gap_starts_at, g.gap_ends_at, round(extract(epoch from g.worked), 3)
    from (
        select
            lag(e.at) over (order by e.worked, e.at) as gap_starts_at,
            e.at as gap_ends_at,
            e.worked - lag(e.worked) over (order by e.worked, e.at) as worked
        from event as e
    ) as g
    where g.gap_starts_at is not null;
end
$$;
comment on function stats.silence_on(integer, date, timestamptz) is
    'The working time between one notification and the next within the shifts that start on a '
    'local date, from the first one''s start to the last one''s end; breaks do not count. Without '
    'known_until, the time up to the end counts once something was received after the end; with '
    'it, time counts up to that instant.';
