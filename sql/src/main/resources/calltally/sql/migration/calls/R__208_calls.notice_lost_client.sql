create or replace function calls.notice_lost_client() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    set local client_connection_check_interval = '2s';
exception
    -- Not every operating system can tell.
    when invalid_parameter_value then null;
end
$$;
comment on function calls.notice_lost_client() is
    'Makes PostgreSQL end this transaction soon after its client is gone, even during a statement '
    'or a wait, where it would otherwise notice only at the end.';
