create or replace function journal.move_horizon(
    moved_source integer,
    notifications timestamptz,
    calls timestamptz,
    recordings timestamptz)
    returns void
    language sql
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
    insert into journal.horizon as h (
        source_id, notifications_from, calls_from, recordings_from, statistics_from)
    select
        s.source_id,
        coalesce(notifications, '-infinity'),
        coalesce(calls, '-infinity'),
        coalesce(recordings, '-infinity'),
        greatest(
            -- The first date whose notifications are complete.
            (
                (notifications at time zone s.zone) + interval '1 day' - interval '1 microsecond'
            )::date,
            -- Earlier outgoing calls may be call-backs of missed calls that are gone.
            ((calls + s.callback_window) at time zone s.zone)::date + 1,
            '-infinity')
    from config.source as s
    where s.source_id = moved_source
    on conflict on constraint horizon_pk do update set
        notifications_from = greatest(h.notifications_from, excluded.notifications_from),
        calls_from = greatest(h.calls_from, excluded.calls_from),
        recordings_from = greatest(h.recordings_from, excluded.recordings_from),
        statistics_from = greatest(h.statistics_from, excluded.statistics_from)
$$;
comment on function journal.move_horizon(integer, timestamptz, timestamptz, timestamptz) is
    'Moves a source''s horizon forward to the instants before which data is about to be deleted; '
    'null leaves it where it is, and it never moves back.';
