create or replace function journal.allow_change() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform set_config('calltally.change_allowed', pg_current_xact_id()::text, true);
    -- No refresh and no rebuild may read while data is being changed.
    lock table calls.refresh_cursor in share row exclusive mode;
end
$$;
comment on function journal.allow_change() is
    'Announces that this transaction will make a change that the journal''s trigger allows, and '
    'blocks refreshes and rebuilds until it ends.';
