create or replace function journal.count_expired(at timestamptz)
    returns table (source text, kind text, until timestamptz, affected_rows bigint)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    select
        s.name,
        x.kind,
        x.until,
        x.affected_rows
    from journal.expiry(count_expired.at) as e
    join config.source as s using (source_id)
    left join config.retention as r using (source_id)
    cross join lateral (
        select
            1 as position,
            'notifications dropped' as kind,
            e.notifications as until,
            count(*) as affected_rows
        from journal.notification as n
        where n.source_id = e.source_id
            and n.occurred_at < e.notifications
            and (n.occurred_at > '-infinity' or n.received_at < e.notifications)
        union all
        select 2, 'calls deleted', e.calls, count(*)
        from calls.call as c
        where c.source_id = e.source_id
            and c.started_at < e.calls
        union all
        select 3, 'recording links removed', e.recordings, count(*)
        from calls.call as c
        where c.source_id = e.source_id
            and c.started_at < e.recordings
            and (c.recording_url is not null or c.voicemail_url is not null)
        union all
        select 4, 'numbers pseudonymised', e.numbers, count(*)
        from calls.call as c
        where c.source_id = e.source_id
            and c.started_at < e.numbers
            and journal.needs_pseudonym(c.customer, journal.own_numbers(e.source_id))
    ) as x
    where x.until is not null
    order by s.source_id, x.position
$$;
comment on function journal.count_expired(timestamptz) is
    'What retention at the given instant would delete: one row per source and limited kind, with '
    'the number of notifications or calls (calls for the kind numbers) from before until.';
