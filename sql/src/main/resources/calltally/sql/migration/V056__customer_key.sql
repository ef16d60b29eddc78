-- Who a customer is, whether his number is still known or a pseudonym stands in its place.
--
-- Figures compare customers by a key: a keyed hash of the number. A pseudonym is that key, written out, so that the figures
-- of an old call whose number is gone and of a new one of the same customer are what they would be with both numbers known.

create table journal.pseudonym_key (
    singleton    boolean   not null default true,
    inner_pad    bytea     not null,
    outer_pad    bytea     not null,
    constraint pseudonym_key_pk primary key (singleton),
    constraint pseudonym_key_is_one_row check (singleton),
    constraint pseudonym_key_is_of_sha256 check (octet_length(inner_pad) = 64 and octet_length(outer_pad) = 64)
);
comment on table journal.pseudonym_key is 'One row: the secret key of this database with which customers'' numbers are hashed (HMAC-SHA256). Whoever has it can find out a number from its pseudonym by trying all numbers; without it nobody can.';
comment on column journal.pseudonym_key.singleton is 'Always true.';
comment on column journal.pseudonym_key.inner_pad is 'The key of 32 random bytes, filled up with zeroes to 64, each byte exclusive-or 0x36.';
comment on column journal.pseudonym_key.outer_pad is 'The same, each byte exclusive-or 0x5c.';

insert into journal.pseudonym_key (inner_pad, outer_pad)
select
    decode(string_agg(lpad(to_hex(p.byte # 54), 2, '0'), '' order by p.position), 'hex'),
    decode(string_agg(lpad(to_hex(p.byte # 92), 2, '0'), '' order by p.position), 'hex')
from (
    select
        n as position,
        case when n < 32 then get_byte(k.bytes, n) else 0 end as byte
    from (select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) as bytes) as k
    cross join generate_series(0, 63) as n
) as p;

create function journal.customer_key(number text) returns bigint
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select case
        when number ~ '^~[0-9a-f]{16}$' then ('x' || substr(number, 2))::bit(64)::bigint
        else ('x' || encode(substr(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(number, 'UTF8'))), 1, 8), 'hex'))::bit(64)::bigint
    end
    from journal.pseudonym_key as k
    where number is not null
$$;
comment on function journal.customer_key(text) is 'The key by which figures know a customer: the first 64 bits of the keyed hash of his number, which his pseudonym writes out. Null when withheld.';

create function journal.pseudonym(number text) returns text
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select '~' || lpad(to_hex(journal.customer_key(number)), 16, '0')
$$;
comment on function journal.pseudonym(text) is 'What stands in the place of a customer''s number when its time is over: ~ and 16 hexadecimal digits; a pseudonym stays as it is.';

alter table calls.call add column customer_key bigint;
comment on column calls.call.customer_key is 'By which figures know the customer, also when a pseudonym stands in the place of his number; null when withheld.';
alter table calls.missed_call add column customer_key bigint;
comment on column calls.missed_call.customer_key is 'By which figures know the caller; null when withheld.';

update calls.call set customer_key = journal.customer_key(customer) where customer is not null;
update calls.missed_call set customer_key = journal.customer_key(customer) where customer is not null;

alter table calls.call add constraint known_customer_has_a_key check ((customer is null) = (customer_key is null));
alter table calls.missed_call add constraint known_caller_has_a_key check ((customer is null) = (customer_key is null));

create index call_by_customer_key on calls.call (source_id, customer_key, started_at);
comment on index calls.call_by_customer_key is 'Serves call-backs: the later calls of a missed customer.';
comment on index calls.call_by_customer is 'Serves analysts who look for the calls of a number.';
drop index calls.call_missed_by_end;
create index call_missed_by_end on calls.call (source_id, customer_key, coalesce(ended_at, started_at))
    where direction = 'incoming' and outcome = 'missed' and not is_internal;
comment on index calls.call_missed_by_end is 'Serves the refresh: the missed calls of a stale customer that end within a time.';
drop index calls.missed_call_by_customer;
create index missed_call_by_customer on calls.missed_call (source_id, customer_key, missed_at);
comment on index calls.missed_call_by_customer is 'Serves the refresh: a customer''s missed calls; and call-backs made by a manager.';

drop view calls.stale_missed_call;
delete from calls.stale_customer;
alter table calls.stale_customer drop column customer;
alter table calls.stale_customer add column customer_key bigint not null;
alter table calls.stale_customer add constraint stale_customer_pk primary key (source_id, customer_key);
comment on column calls.stale_customer.customer_key is 'The customer, as calls.call knows him.';

create view calls.stale_missed_call as
with missed as (
    select
        c.source_id,
        c.pbx_id,
        c.customer,
        c.line,
        coalesce(c.ended_at, c.started_at) as missed_at,
        c.local_date,
        c.customer_key
    from calls.stale_customer as k
    join config.source as s using (source_id)
    join calls.call as c
        on c.source_id = k.source_id
        and c.customer_key = k.customer_key
        and coalesce(c.ended_at, c.started_at) between k.since - s.callback_window and k.until
    where c.direction = 'incoming'
        and c.outcome = 'missed'
        and not c.is_internal
    union all
    select
        c.source_id,
        c.pbx_id,
        c.customer,
        c.line,
        coalesce(c.ended_at, c.started_at) as missed_at,
        c.local_date,
        c.customer_key
    from calls.stale_call as k
    join calls.call as c using (source_id, pbx_id)
    where c.direction = 'incoming'
        and c.outcome = 'missed'
        and c.customer is null
)
select
    m.source_id,
    m.pbx_id,
    m.customer,
    m.line,
    m.missed_at,
    m.local_date,
    try.pbx_id as first_try_pbx_id,
    try.started_at as first_try_started_at,
    try.manager as first_try_manager,
    contact.pbx_id as contact_pbx_id,
    contact.direction as contact_direction,
    contact.started_at as contact_started_at,
    coalesce(contact.answered_at, contact.started_at) as contact_at,
    contact.manager as contact_manager,
    m.customer_key
from missed as m
join config.source as s using (source_id)
left join lateral (
    select c.pbx_id, c.started_at, c.manager
    from calls.call as c
    where c.source_id = m.source_id
        and c.customer_key = m.customer_key
        and c.started_at > m.missed_at
        and c.started_at <= m.missed_at + s.callback_window
        and c.direction = 'outgoing'
        and not c.is_internal
    order by c.started_at, c.pbx_id collate "C"
    limit 1
) as try on true
left join lateral (
    select c.pbx_id, c.direction, c.started_at, c.answered_at, c.manager
    from calls.call as c
    where c.source_id = m.source_id
        and c.customer_key = m.customer_key
        and c.started_at > m.missed_at
        and c.started_at <= m.missed_at + s.callback_window
        and c.outcome = 'answered'
        and not c.is_internal
    order by c.started_at, c.pbx_id collate "C"
    limit 1
) as contact on true;

comment on view calls.stale_missed_call is 'One row per missed call whose call-back facts the running refresh derives anew: those of stale customers that end from one call-back window before their first changed call up to their last, and withheld ones among the stale calls. Columns as in calls.missed_call.';
comment on column calls.stale_missed_call.source_id is 'The source.';
comment on column calls.stale_missed_call.pbx_id is 'The PBX''s identifier of the missed call.';
comment on column calls.stale_missed_call.customer is 'The caller; null when withheld.';
comment on column calls.stale_missed_call.line is 'The number that he dialled.';
comment on column calls.stale_missed_call.missed_at is 'End of the missed call; its start without one.';
comment on column calls.stale_missed_call.local_date is 'Local date of the missed call.';
comment on column calls.stale_missed_call.first_try_pbx_id is 'First outgoing call to the customer, whatever its result; null without one.';
comment on column calls.stale_missed_call.first_try_started_at is 'Its start.';
comment on column calls.stale_missed_call.first_try_manager is 'Who placed it.';
comment on column calls.stale_missed_call.contact_pbx_id is 'First answered call with the customer in either direction; null without one.';
comment on column calls.stale_missed_call.contact_direction is 'Its direction: outgoing means returned, incoming that he came back.';
comment on column calls.stale_missed_call.contact_started_at is 'Its start.';
comment on column calls.stale_missed_call.contact_at is 'Its answer; its start when the time of the answer is unknown.';
comment on column calls.stale_missed_call.contact_manager is 'The manager of the contact.';
comment on column calls.stale_missed_call.customer_key is 'By which figures know the caller; null when withheld.';

create or replace view stats.counted_call as
select
    c.source_id,
    c.pbx_id,
    c.hour_start,
    c.local_date,
    c.local_hour,
    c.started_at,
    c.line,
    c.line_name,
    c.department,
    c.manager,
    case when c.direction = 'incoming' then 1 end as incoming,
    case when c.direction = 'incoming' and c.outcome = 'answered' then 1 end as answered,
    case when c.direction = 'incoming' and c.outcome = 'missed' then 1 end as missed,
    case when c.direction = 'incoming' and c.outcome = 'unfinished' then 1 end as unfinished,
    case when c.is_short then 1 end as short_missed,
    case when c.missed_reason = 'caller_gave_up' then 1 end as missed_caller_gave_up,
    case when c.missed_reason = 'no_answer' then 1 end as missed_no_answer,
    case when c.missed_reason = 'busy' then 1 end as missed_busy,
    case when c.missed_reason = 'unavailable' then 1 end as missed_unavailable,
    case when c.missed_reason = 'not_offered' then 1 end as missed_not_offered,
    case when c.missed_reason = 'unknown' then 1 end as missed_unknown,
    case when c.missed_reason is not null and not c.in_working_hours then 1 end as missed_outside_hours,
    case when c.direction = 'incoming' and c.outcome = 'answered'
        and c.wait_seconds <= extract(epoch from s.service_level_threshold) then 1 end as answered_in_time,
    case when c.missed_reason is not null
        and c.wait_seconds <= extract(epoch from s.service_level_threshold) then 1 end as missed_in_time,
    case when c.direction = 'incoming' and c.outcome = 'answered' then c.wait_seconds end as wait_answered,
    case when c.missed_reason is not null then c.wait_seconds end as wait_missed,
    case when c.direction = 'incoming' and c.outcome = 'answered' then c.talk_seconds end as talk,
    case when c.direction = 'incoming' then c.customer end as caller,
    case when c.direction = 'outgoing' then 1 end as outgoing,
    case when c.direction = 'outgoing' and c.outcome = 'answered' then 1 end as connected,
    case when c.direction = 'outgoing' and c.outcome = 'missed' then 1 end as outgoing_missed,
    case when c.direction = 'incoming' then c.customer_key end as caller_key
from calls.call as c
join config.source as s using (source_id)
where not c.is_internal;

comment on column stats.counted_call.caller_key is 'By which figures know the customer of an incoming call; null when withheld.';

create or replace view stats.placed_call as
select
    c.source_id,
    c.pbx_id,
    c.local_date,
    c.local_hour,
    c.manager,
    1 as outgoing,
    case when c.outcome = 'answered' then 1 end as connected,
    case when c.outcome = 'missed' then 1 end as outgoing_missed,
    c.talk_seconds as talk,
    case when c.outcome = 'answered' then (
        select 1
        from calls.missed_call as m
        where m.source_id = c.source_id
            and m.customer_key = c.customer_key
            and m.contact_pbx_id = c.pbx_id
        limit 1) end as callback,
    case when c.outcome <> 'answered' then (
        select 1
        from calls.missed_call as m
        where m.source_id = c.source_id
            and m.customer_key = c.customer_key
            and m.missed_at < c.started_at
            and m.missed_at >= c.started_at - s.callback_window
            and (m.contact_pbx_id is null
                or (m.contact_started_at, m.contact_pbx_id collate "C") > (c.started_at, c.pbx_id collate "C"))
        limit 1) end as callback_try,
    c.started_at as active_at
from calls.call as c
join config.source as s using (source_id)
where c.direction = 'outgoing'
    and c.manager is not null
    and not c.is_internal;

-- The argument has another type: made anew by R__220_missed_callers.sql.
drop function if exists calls.tries_since(integer, text, timestamptz, timestamptz);
