-- The fold of the notifications as the shortest plain SQL, for comparison. It gives the rows of a
-- rebuild only on the journal that journal.sql generates: there a manager rings and answers once a
-- call at most, every answer names its manager and comes before the end, nothing is repeated or
-- contradictory, no call is internal, none lasts hours, and the directory has no dates. Compare it
-- with CallFold, ClassifyRings and TalkShares to see what it leaves out.

create temp table fold as
select
    n.source_id,
    n.pbx_id,
    bool_or(n.event like 'outgoing%') as is_outgoing,
    coalesce(
        min(n.occurred_at) filter (where n.event in ('incoming_call_start', 'outgoing_call_start')),
        min(n.occurred_at) filter (where n.event <> 'voicemail')) as started_at,
    count(*) filter (where n.event in ('incoming_call_start', 'outgoing_call_start')) = 0
        as start_missing,
    min(n.occurred_at)
        filter (where n.event in ('incoming_call_answer', 'outgoing_call_answer')) as answered_at,
    max(n.occurred_at)
        filter (where n.event in ('incoming_call_end', 'outgoing_call_end')) as ended_at,
    coalesce(
        min(n.receiver) filter (where n.event = 'incoming_call_start'),
        min(n.receiver) filter (where n.event = 'incoming_call_end')) as line,
    min(n.caller) as caller,
    min(n.receiver) filter (where n.event like 'outgoing%') as called,
    min(n.status) filter (where n.event in ('incoming_call_end', 'outgoing_call_end')) as status,
    max(n.duration)
        filter (where n.event in ('incoming_call_end', 'outgoing_call_end')) as duration,
    max(n.audio_path)
        filter (where n.event in ('incoming_call_end', 'outgoing_call_end')) as recording_url,
    bool_or(n.event = 'voicemail') as has_voicemail,
    max(n.audio_path) filter (where n.event = 'voicemail') as voicemail_url,
    bool_or(n.event in ('incoming_call_answer', 'outgoing_call_answer')
        or n.event = 'incoming_call_end_chain_member_call' and n.status = 'answer') as was_answered
from notification as n
where n.pbx_id is not null
group by n.source_id, n.pbx_id;

-- Each answer begins a talk share, which lasts until the next answer or to the end of the call.
create temp table answer as
select
    n.source_id,
    n.pbx_id,
    n.receiver as number,
    m.manager,
    m.department,
    n.occurred_at as answered_at,
    lead(n.occurred_at) over call as next_answered_at,
    row_number() over call as answer_no
from notification as n
join manager_number as m on m.source_id = n.source_id and m.number = n.receiver
where n.event = 'incoming_call_answer'
window call as (partition by n.source_id, n.pbx_id order by n.occurred_at);

create temp table verdict as
select
    f.*,
    case
        when f.status = 'answer' then 'answered'
        when f.status is not null then 'missed'
        when f.was_answered then 'answered'
        when f.ended_at is not null then 'missed'
        else 'unfinished'
    end as outcome,
    cast(f.started_at at time zone s.zone as date) as local_date,
    f.started_at at time zone s.zone as local_start,
    s.fair_ring,
    case when f.is_outgoing then f.called else f.caller end as customer,
    a.number as answered_by,
    a.manager as answered_by_manager
from fold as f
join source as s using (source_id)
left join answer as a
    on a.source_id = f.source_id
    and a.pbx_id = f.pbx_id
    and a.answer_no = 1;

analyze answer;
analyze verdict;

insert into attempt
with member as (
    select
        n.source_id,
        n.pbx_id,
        n.receiver as number,
        min(n.occurred_at)
            filter (where n.event = 'incoming_call_start_chain_member_call') as started_at,
        max(n.occurred_at)
            filter (where n.event = 'incoming_call_end_chain_member_call') as ended_at,
        max(n.status) as status
    from notification as n
    where n.event in (
        'incoming_call_start_chain_member_call', 'incoming_call_end_chain_member_call')
    group by n.source_id, n.pbx_id, n.receiver
),
ring as (
    select b.*, m.manager, m.department
    from member as b
    join manager_number as m on m.source_id = b.source_id and m.number = b.number
),
-- Who answered without a ring has an implied attempt.
belonging as (
    select
        source_id,
        pbx_id,
        manager,
        coalesce(r.number, a.number) as number,
        coalesce(r.department, a.department) as department,
        r.number is null as implied,
        r.started_at,
        case when r.number is null then v.ended_at else r.ended_at end as ended_at,
        case when r.number is null then 'answer' else r.status end as status,
        v.outcome as call_outcome,
        v.answered_at as first_answered_at,
        v.ended_at as call_ended_at,
        v.local_date,
        v.fair_ring,
        coalesce(a.answer_no = 1, false) as is_first,
        case
            when r.started_at <= a.answered_at + interval '1 second'
                and coalesce(r.ended_at >= a.answered_at - interval '1 second', true)
                then a.answered_at
        end as picked_up_at,
        case
            when v.outcome = 'answered' and v.ended_at is not null then coalesce(
                extract(epoch from coalesce(a.next_answered_at, v.ended_at) - a.answered_at), 0)
        end as talk_seconds,
        coalesce(a.answer_no > 1, false) as transfer_in,
        a.next_answered_at is not null as transfer_out
    from ring as r
    full join answer as a using (source_id, pbx_id, manager)
    join verdict as v using (source_id, pbx_id)
),
classified as (
    select
        b.*,
        case
            when b.status = 'answer' or b.picked_up_at is not null then 'answered'
            when b.call_outcome = 'answered' and not b.is_first
                and coalesce(b.started_at <= b.first_answered_at, true)
                and coalesce(b.ended_at >= b.first_answered_at - interval '1 second', true)
                and coalesce(b.status in ('cancel', 'noanswer', 'missed', 'other'), true)
                then 'taken_by_another'
            when b.ended_at is null and b.call_outcome = 'unfinished' then 'ringing'
            when b.ended_at is null then 'unknown'
            when b.status in ('busy', 'unavailable') then b.status
            when b.status not in ('cancel', 'noanswer', 'missed') then 'other'
            when b.call_outcome <> 'answered'
                and coalesce(
                    b.ended_at >= b.call_ended_at - interval '1 second', b.status = 'cancel')
                and coalesce(b.ended_at - b.started_at < b.fair_ring, b.status = 'cancel')
                then 'caller_gave_up'
            when b.status <> 'cancel' then 'no_answer'
            when b.call_outcome <> 'answered' and b.ended_at - b.started_at >= b.fair_ring
                then 'no_answer'
            else 'other'
        end as outcome
    from belonging as b
)
select
    j.source_id,
    j.pbx_id,
    row_number() over (
        partition by j.source_id, j.pbx_id
        order by coalesce(j.started_at, j.ended_at), j.number),
    j.number,
    j.manager,
    j.department,
    j.started_at,
    j.ended_at,
    j.outcome,
    case
        when j.outcome <> 'answered' then round(extract(epoch from j.ended_at - j.started_at), 3)
        when j.picked_up_at is not null then round(
            extract(epoch from greatest(j.picked_up_at - j.started_at, interval '0 seconds')), 3)
    end,
    j.implied,
    j.local_date,
    false,
    round(j.talk_seconds, 3),
    j.transfer_in,
    j.transfer_out
from classified as j;
