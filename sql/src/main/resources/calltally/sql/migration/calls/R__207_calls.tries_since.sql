create or replace function calls.tries_since(
    source_id integer,
    customer_key bigint,
    missed_at timestamptz,
    judged_at timestamptz)
    returns table (tries integer)
    language sql
    stable
begin atomic
    select count(*)::integer
    from config.source as s
    join calls.call as c using (source_id)
    where s.source_id = tries_since.source_id
        and c.customer_key = tries_since.customer_key
        and c.direction = 'outgoing'
        and not c.is_internal
        and c.started_at > missed_at
        and c.started_at <= least(judged_at, missed_at + s.callback_window);
end;
comment on function calls.tries_since(integer, bigint, timestamptz, timestamptz) is
    'One row: how many outgoing calls to the customer start after the missed call''s end, within '
    'the call-back window and at or before the instant. Inlined into the calling query, so a year '
    'of callers needs no function call for each of them.';
