create or replace function journal.remove_expired_recordings(at timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as $$
declare
    expired record;
    gone bigint;
    total bigint := 0;
begin
    perform journal.allow_change();
    for expired in
        select e.source_id, e.recordings
        from journal.expiry(remove_expired_recordings.at) as e
        where e.recordings is not null
    loop
        update calls.call as c
        set recording_url = null,
            voicemail_url = null
        where c.source_id = expired.source_id
            and c.started_at < expired.recordings
            and (c.recording_url is not null or c.voicemail_url is not null);
        get diagnostics gone = row_count;
        if gone > 0 then
            perform journal.move_horizon(expired.source_id, null, null, expired.recordings);
            insert into journal.deletion_log (source_id, kind, until, affected_rows)
            values (expired.source_id, 'recording links removed', expired.recordings, gone);
            total := total + gone;
        end if;
    end loop;
    return total;
end
$$;
comment on function journal.remove_expired_recordings(timestamptz) is
    'Removes from calls the links to recordings and voicemails that have expired at the given '
    'instant. Returns how many calls.';
