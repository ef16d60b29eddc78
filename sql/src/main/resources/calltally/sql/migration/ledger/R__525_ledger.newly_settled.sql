create or replace function ledger.newly_settled(at timestamptz)
    returns table (
        source_id integer,
        caller_id bigint,
        settled_as text,
        settled_at timestamptz,
        settled_by text)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
as $$
    -- Callers on record are thousands, and few of them stop waiting at a time. A caller who has a
    -- call without any contact, within its window, waits: only the others are judged. They are
    -- found by groups, which take time in proportion to the callers, whatever the planner
    -- believes; a join may not.
    with open_caller as materialized (
        select
            s.name,
            s.source_id,
            o.customer_key,
            o.caller_id,
            o.missed_at
        from config.source as s
        cross join lateral (
            select f.customer_key, max(f.caller_id) as caller_id, max(f.recorded_at) as missed_at
            from (
                select
                    w.customer_key,
                    w.caller_id,
                    w.missed_at as recorded_at,
                    null::timestamptz as waits_since
                from ledger.waiting_caller as w
                where w.source_id = s.source_id
                    and w.settled_at is null
                union all
                select m.customer_key, null, null, m.missed_at
                from calls.missed_call as m
                where m.source_id = s.source_id
                    and m.customer_key is not null
                    and m.missed_at >= newly_settled.at - s.callback_window
                    and m.missed_at <= newly_settled.at
                    and m.followed_from <= newly_settled.at
                    and (m.followed_until is null or m.followed_until > newly_settled.at)
                    and m.contact_at is null
            ) as f
            group by f.customer_key
            having max(f.recorded_at) > coalesce(max(f.waits_since), '-infinity')
        ) as o
        where s.active
            and exists (
                select from ledger.waiting_caller as w
                where w.source_id = s.source_id
                    and w.settled_at is null)
    ),
    judged as (
        select
            o.source_id,
            o.caller_id,
            coalesce(m.state, 'came_back') as state,
            case m.state
                when 'expired' then m.missed_at + m.callback_window
                else m.missed_at + interval '1 second' * m.seconds_to_contact::double precision
            end as since,
            case when m.state = 'returned' then m.called_back_by end as manager
        from open_caller as o
        left join lateral (
            select j.*
            from analytics.judged_missed_call(newly_settled.at) as j
            where j.source = o.name
                and j.customer_key = o.customer_key
                and j.missed_at >= o.missed_at
                and j.missed_at <= newly_settled.at
            order by j.missed_at desc, j.pbx_id collate "C" desc
            limit 1
        ) as m on true
    )
    select
        j.source_id,
        j.caller_id,
        j.state,
        least(coalesce(j.since, newly_settled.at), newly_settled.at),
        j.manager
    from judged as j
    where j.state not in ('outstanding', 'tried')
$$;
comment on function ledger.newly_settled(timestamptz) is
    'Callers on record as waiting who wait no longer at the instant: their last missed call was '
    'returned, they came back, or the call-back window has passed (expired). One whose call turns '
    'out to have been answered came back.';
