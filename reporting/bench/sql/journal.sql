-- Generates two years of one company's notifications inside PostgreSQL, always the same ones. Run
-- as the owner of an empty database.
create schema bench;

insert into config.source (name, zone, region)
values ('main', 'Europe/Minsk', 'BY');

insert into config.shift (source_id, weekday, from_time, to_time)
select 1, weekday, '09:00', '18:00'
from generate_series(1, 5) as weekday;

insert into directory.line (source_id, number, name, department)
select 1, '+37529000000' || n, 'Line ' || n, 'Department ' || (n + 1) / 2
from generate_series(1, 8) as n;

-- Thirty managers; every third has an extension as well as a number.
insert into directory.manager_number (source_id, number, manager, department)
select 1, '+3752900000' || n, 'Manager ' || n, 'Department ' || n % 4 + 1
from generate_series(11, 40) as n
union all
select 1, (100 + n)::text, 'Manager ' || n, 'Department ' || n % 4 + 1
from generate_series(11, 40, 3) as n;

-- A pseudo-random number from 0 to 999,999, fixed by the call and by its purpose.
create function bench.chance(call bigint, purpose integer) returns integer
    language sql
    immutable
    parallel safe
return abs(hashint8extended(call, purpose) % 1000000)::integer;

-- Adds the notifications of whole days, or only the next ones of those in order of arrival. A
-- smaller company, with fewer calls and customers, can be asked for; and one that transfers a share
-- of its answered calls, or reaches a mailbox with a share of those that it places.
create function bench.add_days(
    first_day date,
    until_day date,
    at_most bigint default null,
    after bigint default 0,
    share_of_calls numeric default 1,
    customers bigint default 400000,
    transfers numeric default 0,
    mailboxes numeric default 0) returns void
    language sql
    set timezone = 'UTC'
as $$
with day as (
    select
        d::date as day,
        ceil(
            share_of_calls
            * case extract(isodow from d) when 6 then 680 when 7 then 200 else 1700 end
        )::integer as calls
    from generate_series(first_day, until_day - 1, interval '1 day') as d
),
numbered as (
    select
        d.day,
        d.calls,
        n as of_day,
        (d.day - date '2000-01-01') * 10000::bigint + n as call
    from day as d
    cross join lateral generate_series(0, d.calls - 1) as n
),
rolled as (
    select
        n.call,
        -- From 05:00 to 16:00 UTC, 08:00 to 19:00 in Minsk.
        n.day::timestamptz + interval '5 hours'
            + (
                n.of_day * 39600000::bigint / n.calls
                + bench.chance(n.call, 1) % (30000 / share_of_calls)::integer
            ) * interval '1 millisecond' as started_at,
        bench.chance(n.call, 2) < 250000 as is_outgoing,
        -- Some calls are placed to customers who called shortly before.
        bench.chance(
            case
                when bench.chance(n.call, 2) < 250000 and n.of_day > 9
                    then n.call - 1 - bench.chance(n.call, 4) % 9
                else n.call
            end,
            3
        ) as customer,
        bench.chance(n.call, 5) < 30000 as is_withheld,
        1 + bench.chance(n.call, 6) % 8 as line,
        11 + bench.chance(n.call, 7) % 30 as manager,
        case
            when bench.chance(n.call, 8) < 600000 then 1
            when bench.chance(n.call, 8) < 850000 then 2
            else 3
        end as rings,
        bench.chance(n.call, 9) < 820000 as is_answered,
        2 + bench.chance(n.call, 10) % 18 as ring_seconds,
        case
            when bench.chance(n.call, 2) < 250000 and bench.chance(n.call, 16) < mailboxes * 1000000
                then 1 + bench.chance(n.call, 11) % 4
            else 20 + bench.chance(n.call, 11) % 400
        end as talk_seconds,
        bench.chance(n.call, 15) < transfers * 1000000 as is_transferred,
        bench.chance(n.call, 12) as ending,
        bench.chance(n.call, 14) < 120000 as rings_together,
        bench.chance(n.call, 13) as anomaly
    from numbered as n
),
call as (
    select
        r.*,
        to_char(extract(epoch from r.started_at), 'FM9999999999') || '.' || r.call % 10000
            as pbx_id,
        case when not r.is_withheld or r.is_outgoing
            then '+37529' || 1000000 + (r.customer::bigint * r.customer / 1000000) % customers
        end as number,
        '+37529000000' || r.line as line_number,
        case when r.is_transferred and r.is_answered and not r.is_outgoing
            then r.started_at
                + (1 + r.rings * r.ring_seconds + r.talk_seconds / 2) * interval '1 second'
        end as transferred_at
    from rolled as r
),
event as (
    select
        c.pbx_id, c.call, e.event, e.at, e.caller, e.receiver, e.status, e.duration, e.audio_path
    from call as c
    cross join lateral (
        -- Incoming calls: the start, rings one after another, the answer, the end.
        select 'incoming_call_start' as event, c.started_at as at, c.number as caller,
            c.line_number as receiver,
            null::text as status, null::numeric as duration, null::text as audio_path
        where not c.is_outgoing and c.anomaly >= 5000
        union all
        select m.event, m.at, c.number,
            case when (c.manager + k) % 3 = 2 and c.ending % 2 = 0
                then (100 + 11 + (c.manager + k - 11) % 30)::text
                else '+3752900000' || 11 + (c.manager + k - 11) % 30 end,
            m.status, null, null
        from generate_series(0, c.rings - 1) as k
        cross join lateral (values
            ('incoming_call_start_chain_member_call',
                c.started_at + interval '1 second'
                    + case when c.rings_together then 0 else k end
                        * c.ring_seconds * interval '1 second',
                null),
            ('incoming_call_end_chain_member_call',
                c.started_at + interval '1 second'
                    + case when c.rings_together then c.rings else k + 1 end
                        * c.ring_seconds * interval '1 second'
                    + case
                        when k < c.rings - 1 or not c.is_answered then 0
                        when c.is_transferred then c.talk_seconds / 2
                        else c.talk_seconds
                    end * interval '1 second',
                case
                    when k = c.rings - 1 and c.is_answered then 'answer'
                    when c.rings_together and c.is_answered then 'cancel'
                    when k = c.rings - 1 and c.ending < 400000 then 'cancel'
                    when (c.ending + k) % 5 = 0 then 'busy'
                    when (c.ending + k) % 29 = 0 then 'unavailable'
                    else 'noanswer'
                end)
        ) as m (event, at, status)
        where not c.is_outgoing
            and not (m.event = 'incoming_call_start_chain_member_call'
                and c.anomaly between 5000 and 6999)
            and not (m.event = 'incoming_call_end_chain_member_call'
                and c.anomaly between 7000 and 8999)
        union all
        select 'incoming_call_answer',
            c.started_at + interval '1 second' + c.rings * c.ring_seconds * interval '1 second',
            c.number,
            '+3752900000' || 11 + (c.manager + c.rings - 1 - 11) % 30, null, null, null
        where not c.is_outgoing and c.is_answered
        union all
        -- Another manager's part of the talk; of every third, the ring is not reported.
        select t.event, t.at, c.number,
            '+3752900000' || 11 + (c.manager + c.rings - 11) % 30, t.status, null, null
        from (values
            ('incoming_call_start_chain_member_call', c.transferred_at - interval '4 second', null),
            ('incoming_call_answer', c.transferred_at, null),
            ('incoming_call_end_chain_member_call',
                c.transferred_at + (c.talk_seconds - c.talk_seconds / 2) * interval '1 second',
                'answer')
        ) as t (event, at, status)
        where c.transferred_at is not null
            and (t.event = 'incoming_call_answer' or c.ending % 3 > 0)
        union all
        select 'incoming_call_end',
            c.started_at + interval '1 second'
                + c.rings * c.ring_seconds * interval '1 second'
                + case when c.is_answered then c.talk_seconds else 0 end * interval '1 second',
            c.number, c.line_number,
            case
                when c.is_answered then 'answer'
                when c.ending % 9 = 0 then 'busy'
                when c.ending % 2 = 0 then 'missed'
                else 'noanswer'
            end,
            case when c.is_answered then c.talk_seconds else 0 end,
            case when c.is_answered then 'https://records.example/' || c.pbx_id || '.mp3' end
        where not c.is_outgoing and c.anomaly not between 9000 and 12999
        union all
        -- Calls placed: the start, the answer, the end.
        select e.event, e.at, '+3752900000' || c.manager, c.number, e.status, e.duration,
            case when e.status = 'answer' then 'https://records.example/' || c.pbx_id || '.mp3' end
        from (values
            ('outgoing_call_start', c.started_at, null, null),
            ('outgoing_call_answer', c.started_at + c.ring_seconds * interval '1 second', null,
                null),
            ('outgoing_call_end',
                c.started_at
                    + (c.ring_seconds + case when c.ending < 700000 then c.talk_seconds else 9 end)
                        * interval '1 second',
                case
                    when c.ending < 700000 then 'answer'
                    when c.ending % 3 = 0 then 'busy'
                    else 'noanswer'
                end,
                case when c.ending < 700000 then c.talk_seconds else 0 end)
        ) as e (event, at, status, duration)
        where c.is_outgoing and (e.event <> 'outgoing_call_answer' or c.ending < 700000)
        union all
        select 'voicemail', c.started_at + interval '10 minutes', c.number, c.line_number, null, 12,
            'https://records.example/vm-' || c.pbx_id || '.mp3'
        where not c.is_outgoing and not c.is_answered and c.ending % 20 = 1
    ) as e
),
-- Some notifications arrive late, and some belong to no call.
sent as (
    select e.*, e.at + (bench.chance(e.call, 20) % 900) * interval '1 millisecond' as received_at
    from event as e
    union all
    select null, c.call, 'sms', c.started_at, c.number, c.line_number, null, null, null,
        c.started_at
    from call as c
    where c.anomaly between 20000 and 24999
)
insert into journal.notification (
    source_id, received_at, occurred_at, digest, event, pbx_id, caller, receiver, status, duration,
    audio_path, fields, method, channel, parser_version)
select
    1, s.received_at, s.at,
    sha256(convert_to(concat_ws('|', s.call, s.event, s.receiver, s.at), 'UTF8')),
    s.event, s.pbx_id, s.caller, s.receiver, s.status, s.duration, s.audio_path,
    jsonb_strip_nulls(jsonb_build_object(
        'event', s.event, 'pbx_id', s.pbx_id, 'caller', s.caller, 'receiver', s.receiver,
        'time', s.at, 'status', upper(s.status), 'duration', s.duration,
        'audio_path', s.audio_path)),
    'POST', 'http', 1
from sent as s
order by s.received_at, s.call, s.event, s.receiver
limit at_most offset after
$$;
