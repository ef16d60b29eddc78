-- Many small companies, and one call of any of them. Run as the owner of an empty database.
create schema bench;

insert into config.source (name, zone, region)
select 'company-' || n, 'Europe/Minsk', 'BY'
from generate_series(1, :sources) as n;

insert into config.shift (source_id, weekday, from_time, to_time)
select s.source_id, weekday, '09:00', '18:00'
from config.source as s
cross join generate_series(1, 5) as weekday;

insert into directory.line (source_id, number, name, department)
select s.source_id, '+37517' || 2000000 + s.source_id, 'Sales', 'Sales'
from config.source as s;

insert into directory.manager_number (source_id, number, manager, department)
select s.source_id, (100 + n)::text, 'Manager ' || n, 'Sales'
from config.source as s
cross join generate_series(1, 3) as n;

select journal.create_partitions_around(current_date);

-- One step of each of the given calls, in one transaction: every other call is missed.
create function bench.step(source_ids integer[], calls bigint[], step integer) returns void
    language sql
as $$
with sent as (
    select
        c.source_id,
        c.call,
        case
            when step = 1 then 'incoming_call_start'
            when step = 2 then 'incoming_call_start_chain_member_call'
            when step = 3 and c.call % 2 = 0 then 'incoming_call_answer'
            when step in (3, 4) then 'incoming_call_end_chain_member_call'
            else 'incoming_call_end'
        end as event,
        '+37529' || 1000000 + c.call % 900000 as caller,
        case
            when step in (1, 5) then '+37517' || 2000000 + c.source_id
            else (101 + c.call % 3)::text
        end as receiver,
        case
            when step = 5 or step = 4 or (step = 3 and c.call % 2 = 1)
                then case when c.call % 2 = 0 then 'answer' else 'noanswer' end
        end as status
    from unnest(source_ids, calls) as c (source_id, call)
),
row_of as (
    select s.*, encode(sha256(convert_to(s.source_id || '/' || s.call || '/' || step, 'UTF8')),
        'hex') as digest
    from sent as s
)
select journal.append(
    null, null, null,
    array_agg('company-' || r.source_id), array_agg(clock_timestamp()),
    array_agg(date_trunc('second', clock_timestamp())), array_agg(r.digest), array_agg(r.event),
    array_agg('call-' || r.call), array_agg(r.caller), array_agg(r.receiver), array_agg(r.status),
    array_agg(null::numeric), array_agg(null::text), array_agg('{}'::jsonb),
    array_agg('POST'::text), array_agg('http'::text), array_agg(1::smallint),
    array_agg(''::text), array_agg('sipsim'::text),
    array_agg('Europe/Minsk'::text), array_agg('BY'::text), array_agg(null::text), '[]')
from row_of as r
$$;
