create or replace function journal.pseudonymise(at timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
    set work_mem = '64MB'
as $$
declare
    expired record;
    own_numbers text[];
    since timestamptz;
    changed bigint;
begin
    perform journal.allow_change();
    for expired in
        select e.source_id, e.numbers as until
        from journal.expiry(pseudonymise.at) as e
        where e.numbers is not null
        order by e.source_id
    loop
        own_numbers := journal.own_numbers(expired.source_id);
        select min(c.started_at) into since
        from calls.call as c
        where c.source_id = expired.source_id
            and c.started_at < expired.until
            and journal.needs_pseudonym(c.customer, own_numbers);
        changed := case
            when since is null
                then journal.pseudonymise_rest(expired.source_id, expired.until, own_numbers)
            else journal.pseudonymise_calls(
                expired.source_id,
                since,
                least(expired.until, date_trunc('month', since) + interval '1 month'),
                own_numbers)
        end;
        if changed > 0 then
            insert into journal.deletion_log (source_id, kind, until, affected_rows)
            values (expired.source_id, 'numbers pseudonymised',
                case
                    when since is null then expired.until
                    else least(expired.until, date_trunc('month', since) + interval '1 month')
                end,
                changed);
            return changed;
        end if;
    end loop;
    return 0;
end
$$;
comment on function journal.pseudonymise(timestamptz) is
    'Replaces with pseudonyms the customers'' numbers that have expired at the given instant, for '
    'one source and its calls of one month. Call it again until it returns 0; returns how many '
    'calls, or notifications without a call, were changed. Figures do not change, because they '
    'identify customers by the key that a pseudonym spells out.';
