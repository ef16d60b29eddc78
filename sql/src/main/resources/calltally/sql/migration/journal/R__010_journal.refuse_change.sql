create or replace function journal.refuse_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_level = 'ROW'
        and current_setting('calltally.change_allowed', true) = pg_current_xact_id()::text then
        if tg_op = 'DELETE' and tg_table_name = 'notification_other' then
            return old;
        end if;
        if tg_op = 'UPDATE'
            and (new.source_id, new.id, new.received_at, new.occurred_at,
                    new.digest, new.event, new.pbx_id, new.ingest_xid, new.exchange, new.zone,
                    new.region, new.alias)
                is not distinct from
                (old.source_id, old.id, old.received_at, old.occurred_at,
                    old.digest, old.event, old.pbx_id, old.ingest_xid, old.exchange, old.zone,
                    old.region, old.alias) then
            return new;
        end if;
    end if;
    raise exception 'cannot % %.%: the journal is append-only',
            lower(tg_op), tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege',
              hint = 'Notifications are never changed; retention drops whole partitions.';
end
$$;
comment on function journal.refuse_change() is
    'Trigger: refuses updates, deletes and truncation of the journal, even by its owner. Allows '
    'two changes, in transactions that journal.allow_change has announced: replacing customers'' '
    'numbers with pseudonyms, which keeps id, times and digest, and deleting rows of '
    'notification_other: expired ones, which cannot be dropped by months, and those that '
    'journal.create_partition moves unchanged into their month.';
