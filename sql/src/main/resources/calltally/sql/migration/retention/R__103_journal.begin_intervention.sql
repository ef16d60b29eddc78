create or replace function journal.begin_intervention() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform set_config('calltally.intervention', pg_current_xact_id()::text, true);
    -- No refresh and no rebuild may read while something goes.
    perform from calls.refresh_cursor for update;
end
$$;
comment on function journal.begin_intervention() is
    'Announces an intervention of the running transaction to the journal''s trigger, and keeps '
    'refreshes and rebuilds waiting until it ends.';
