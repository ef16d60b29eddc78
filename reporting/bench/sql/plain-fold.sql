-- The fold of the notifications as the shortest plain SQL, for comparison. It gives the rows of a
-- rebuild only on the journal that journal.sql generates: there a number rings once a call, nothing
-- is repeated or contradictory, no call is internal, and the directory has no dates. Compare it
-- with CallFold and Attempts to see what it leaves out.

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
    min(n.receiver) filter (where n.event = 'incoming_call_answer') as answered_by,
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
    m.manager as answered_by_manager
from fold as f
join source as s using (source_id)
left join manager_number as m on m.source_id = f.source_id and m.number = f.answered_by;

analyze verdict;

insert into attempt
with ring as (
    select
        n.source_id,
        n.pbx_id,
        n.receiver,
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
belonging as (
    select
        r.*,
        v.outcome as call_outcome,
        v.answered_at,
        v.local_date,
        m.manager,
        m.department,
        coalesce(m.manager = v.answered_by_manager, false) as is_own,
        coalesce(
            m.manager = v.answered_by_manager
            and r.started_at <= v.answered_at + interval '1 second'
            and coalesce(r.ended_at >= v.answered_at - interval '1 second', true), false)
                as is_answer
    from ring as r
    join verdict as v using (source_id, pbx_id)
    join manager_number as m on m.source_id = r.source_id and m.number = r.receiver
),
classified as (
    select
        b.*,
        case
            when b.status = 'answer' or b.is_answer then 'answered'
            when b.call_outcome = 'answered' and not b.is_own
                and coalesce(b.started_at <= b.answered_at, true)
                and coalesce(b.ended_at >= b.answered_at - interval '1 second', true)
                and coalesce(b.status in ('cancel', 'noanswer', 'missed', 'other'), true)
                then 'taken_by_another'
            when b.ended_at is null and b.call_outcome = 'unfinished' then 'ringing'
            when b.ended_at is null then 'unknown'
            when b.status = 'cancel' and b.call_outcome = 'answered' then 'other'
            when b.status = 'cancel' then 'caller_gave_up'
            when b.status in ('noanswer', 'missed') then 'no_answer'
            when b.status in ('busy', 'unavailable') then b.status
            else 'other'
        end as outcome
    from belonging as b
)
select
    j.source_id,
    j.pbx_id,
    row_number() over (
        partition by j.source_id, j.pbx_id
        order by coalesce(j.started_at, j.ended_at), j.receiver),
    j.receiver,
    j.manager,
    j.department,
    j.started_at,
    j.ended_at,
    j.outcome,
    case
        when j.outcome <> 'answered' then round(extract(epoch from j.ended_at - j.started_at), 3)
        when j.is_answer then round(
            extract(epoch from greatest(j.answered_at - j.started_at, interval '0 seconds')), 3)
    end,
    false,
    j.local_date
from classified as j;

analyze attempt;

insert into call
with rings as (
    select
        a.source_id,
        a.pbx_id,
        count(*) as attempts,
        bool_and(a.started_at is not null and a.ended_at is not null) as are_complete,
        bool_or(a.outcome = 'caller_gave_up') as gave_up,
        bool_or(a.outcome = 'no_answer') as no_answer,
        bool_or(a.outcome = 'busy') as busy,
        bool_or(a.outcome in ('unavailable', 'other')) as unavailable
    from attempt as a
    group by a.source_id, a.pbx_id
),
classified as (
    select
        v.*,
        r.attempts,
        r.are_complete,
        case when v.is_outgoing then 'outgoing' else 'incoming' end as direction,
        case
            when v.is_outgoing or v.outcome <> 'missed' then null
            when r.attempts is null and v.status = 'busy' then 'busy'
            when r.attempts is null then 'not_offered'
            when r.gave_up then 'caller_gave_up'
            when r.no_answer then 'no_answer'
            when r.busy then 'busy'
            when r.unavailable then 'unavailable'
            else 'unknown'
        end as missed_reason,
        round(
            extract(epoch from case v.outcome
                when 'answered' then v.answered_at
                when 'missed' then v.ended_at
            end - v.started_at),
            3
        ) as wait_seconds,
        case
            when v.is_outgoing then v.caller
            when v.outcome = 'answered' then v.answered_by
        end as manager_number
    from verdict as v
    left join rings as r using (source_id, pbx_id)
)
select
    j.source_id,
    j.pbx_id,
    j.direction,
    j.started_at,
    j.answered_at,
    j.ended_at,
    j.line,
    l.name,
    l.department,
    case when j.is_outgoing then j.called else j.caller end,
    journal.customer_key(case when j.is_outgoing then j.called else j.caller end),
    j.manager_number,
    coalesce(m.manager, j.manager_number),
    j.outcome,
    j.missed_reason,
    coalesce(
        j.missed_reason is not null
        and j.wait_seconds < extract(epoch from s.short_call_limit),
        false),
    j.wait_seconds,
    case when j.outcome = 'answered'
        then round(extract(epoch from j.ended_at - j.answered_at), 3) end,
    j.duration,
    coalesce(j.attempts, 0),
    j.recording_url,
    j.has_voicemail,
    j.voicemail_url,
    null,
    date_trunc('hour', j.local_start) at time zone s.zone,
    j.local_date,
    extract(hour from j.local_start),
    h.weekday is not null,
    false,
    not j.start_missing and j.ended_at is not null and coalesce(j.are_complete, true),
    case when j.start_missing then array['start_missing'] else array[]::text[] end
from classified as j
join source as s using (source_id)
left join line as l on l.source_id = j.source_id and l.number = j.line
left join manager_number as m on m.source_id = j.source_id and m.number = j.manager_number
left join shift as h
    on h.source_id = j.source_id
    and h.weekday = extract(isodow from j.local_date)
    and cast(j.local_start as time) >= h.from_time
    and cast(j.local_start as time) < h.to_time;
