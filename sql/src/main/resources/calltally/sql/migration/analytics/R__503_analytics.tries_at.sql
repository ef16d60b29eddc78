create or replace function analytics.tries_at(
    source text,
    customer_key bigint,
    missed_at timestamptz,
    callback_window interval,
    judged_at timestamptz)
    returns table (pbx_id text, reached_at timestamptz, manager text)
    language sql
    stable
begin atomic
    select c.pbx_id, c.reached_at, c.manager
    from analytics.customer_call as c
    where c.source = tries_at.source
        and c.customer_key = tries_at.customer_key
        and c.direction = 'outgoing'
        and c.started_at >= tries_at.missed_at
        and c.started_at <= least(judged_at, tries_at.missed_at + tries_at.callback_window)
        and (c.contact_since is null or c.contact_since > judged_at)
    union all
    select c.pbx_id, c.reached_at, c.manager
    from analytics.customer_call as c
    where c.source = tries_at.source
        and c.customer_key = tries_at.customer_key
        and c.direction = 'outgoing'
        and c.outcome = 'answered'
        and c.reached_at > tries_at.missed_at
        and c.reached_at <= tries_at.missed_at + interval '1 day'
        and c.started_at < tries_at.missed_at
        and (c.contact_since is null or c.contact_since > judged_at)
    union all
    select c.pbx_id, c.reached_at, c.manager
    from analytics.customer_call as c
    where c.source = tries_at.source
        and c.customer_key = tries_at.customer_key
        and c.direction = 'outgoing'
        and c.outcome = 'answered'
        and c.answered_at - c.started_at > interval '1 day'
        and c.answered_at > tries_at.missed_at + interval '1 day'
        and c.started_at < tries_at.missed_at
        and (c.contact_since is null or c.contact_since > judged_at);
end;
comment on function analytics.tries_at(text, bigint, timestamptz, interval, timestamptz) is
    E'One row per outgoing call to the customer after a missed call, within the call-back window, '
    'that has begun at the instant and is no contact by then. Runs with the caller''s rights, so '
    'it is planned as part of the query.\n\n'
    'Columns:\n'
    'pbx_id: The PBX''s identifier of the call.\n'
    'reached_at: Instant of its answer, never before its start; of its start without one.\n'
    'manager: Who placed it; null when unknown.';
