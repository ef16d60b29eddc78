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
as $$
    with open_caller as (
        select w.*, s.name
        from ledger.waiting_caller as w
        join config.source as s using (source_id)
        where w.settled_at is null
            and s.active
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
