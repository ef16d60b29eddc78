create or replace function journal.allow_change() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform set_config('calltally.change_allowed', pg_current_xact_id()::text, true);
    -- No refresh and no rebuild may read while something goes.
    perform from calls.refresh_cursor for update;
end
$$;
comment on function journal.allow_change() is
    'Lets the running transaction past the trigger of the journal, for what the trigger allows, '
    'and keeps refreshes and rebuilds waiting until it ends.';
