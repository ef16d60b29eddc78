create or replace function journal.notifications_of_customer(
    asked_source integer,
    pseudonyms text[],
    notifications text[],
    calls text[])
    returns table (occurred_at timestamptz, digest bytea)
    language plpgsql
    stable
    set search_path = pg_catalog, pg_temp
    set jit = off
    set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
    keys constant integer[] := array(select journal.number_key(p) from unnest(pseudonyms) as p);
begin
    return query
    select left(f.notification, -65)::timestamptz, decode(right(f.notification, 64), 'hex')
    from unnest(notifications) as f (notification)
    union
    select n.occurred_at, n.digest
    from journal.notification as n
    where n.source_id = asked_source
        and n.pbx_id = any (calls)
    union
    select n.occurred_at, n.digest
    from journal.notification as n
    where n.source_id = asked_source
        and journal.number_keys(n.caller, n.receiver, n.audio_path, n.fields) && keys
        and (n.caller = any (pseudonyms) or n.receiver = any (pseudonyms));
end
$$;
comment on function
    journal.notifications_of_customer(integer, text[], text[], text[]) is
    'A customer''s notifications: those found to contain the number, each as its time and digest '
    'in hexadecimal, those of the customer''s calls, and those with a pseudonym of the number as '
    'a party.';
