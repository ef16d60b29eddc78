create or replace function ledger.refuse_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'cannot % %.%: the ledger is append-only',
            lower(tg_op), tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
comment on function ledger.refuse_change() is 'Trigger: refuses changes to what was reported.';
