-- Deliveries may be stored in another order than they were received: out of the spool, and in an
-- import.
create or replace function journal.first_receipts(
    source text[],
    digest text[],
    received_at timestamptz[],
    remarks text[])
    returns timestamptz[]
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    perform pg_advisory_xact_lock(hashtextextended(k.source || ' ' || k.digest, 0))
    from (
        select distinct d.source, d.digest
        from unnest(first_receipts.source, first_receipts.digest, first_receipts.remarks)
            as d (source, digest, remarks)
        where d.remarks like '%time_of_receipt%'
        order by d.source, d.digest
    ) as k;
    return array(
        select case
            when d.remarks like '%time_of_receipt%' then coalesce(
                (
                    select n.occurred_at
                    from journal.notification as n
                    join config.source as s using (source_id)
                    where s.name = d.source
                        and n.digest = decode(d.digest, 'hex')
                        and 'time_of_receipt' = any (n.remarks)
                        and n.occurred_at >= d.received_at - interval '7 days'
                        and n.occurred_at <= d.received_at + interval '7 days'
                    order by n.occurred_at
                    limit 1),
                min(d.received_at) over (
                    partition by d.source, d.digest
                    order by d.received_at
                    range between interval '7 days' preceding and current row))
            else d.received_at
        end
        from unnest(
            first_receipts.source,
            first_receipts.digest,
            first_receipts.received_at,
            first_receipts.remarks)
            with ordinality as d (source, digest, received_at, remarks, position)
        order by d.position);
end
$$;
comment on function journal.first_receipts(text[], text[], timestamptz[], text[]) is
    'The times of notifications, in order. One whose exchange reports no time has that of its '
    'first receipt, at most 7 days from this one. Lets those with the same digest wait for each '
    'other until their transaction ends. Called only by functions that the roles may execute.';
