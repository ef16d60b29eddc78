create or replace function stats.silence_in_shift(
    source_id integer,
    starts_at timestamptz,
    ends_at timestamptz,
    known_until timestamptz)
    returns table (gap_starts_at timestamptz, gap_ends_at timestamptz)
    language sql
    stable
as $$
    select g.gap_starts_at, g.gap_ends_at
    from (
        select
            lag(t.at) over (order by t.at) as gap_starts_at,
            t.at as gap_ends_at
        from (
            select silence_in_shift.starts_at as at
            union all
            select n.occurred_at
            from journal.notification as n
            where n.source_id = silence_in_shift.source_id
                and n.occurred_at >= silence_in_shift.starts_at
                and n.occurred_at < least(silence_in_shift.ends_at, known_until)
            union all
            select least(silence_in_shift.ends_at, known_until)
            where known_until is not null
                -- Not exists (a later one): that would read a month from its beginning.
                or silence_in_shift.ends_at <= (
                    select max(n.occurred_at)
                    from journal.notification as n
                    where n.source_id = silence_in_shift.source_id)
        ) as t
    ) as g
    where g.gap_starts_at is not null
$$;
comment on function stats.silence_in_shift(integer, timestamptz, timestamptz, timestamptz) is
    'The times within a shift between one notification and the next, from its start to its end. '
    'Without known_until, the time up to the end counts once something was received after the '
    'end; with it, time counts up to that instant.';
