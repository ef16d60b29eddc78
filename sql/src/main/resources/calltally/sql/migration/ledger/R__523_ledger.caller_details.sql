drop function if exists ledger.caller_details(
    text, bigint, integer, timestamptz, text, text, text, timestamptz);
create or replace function ledger.caller_details(
    source text,
    customer_key bigint,
    missed_calls integer,
    last_missed_at timestamptz,
    last_pbx_id text,
    missed_reason text,
    line_name text,
    at timestamptz)
    returns table (details jsonb)
    language sql
    stable
begin atomic
    select jsonb_build_object(
        'missed_calls', missed_calls,
        'last_missed_at', to_char(
            last_missed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'line_name', line_name,
        'why', missed_reason,
        'rung', coalesce((
            select jsonb_agg(r.manager order by r.first_no)
            from (
                select a.manager, min(a.attempt_no) as first_no
                from analytics.attempt as a
                where a.source = caller_details.source
                    and a.pbx_id = last_pbx_id
                    and a.manager is not null
                group by a.manager
            ) as r), '[]'),
        -- Tries are looked up only where somebody tried.
        'tries', (
            select count(*)
            from config.source as s
            join calls.missed_call as m using (source_id)
            cross join lateral analytics.tries_at(
                s.name, caller_details.customer_key, last_missed_at, s.callback_window,
                caller_details.at)
            where s.name = caller_details.source
                and m.pbx_id = last_pbx_id
                and m.callback_started_at <= caller_details.at
                and m.followed_from <= caller_details.at
                and (m.followed_until is null or m.followed_until > caller_details.at)));
end;
comment on function ledger.caller_details(
    text, bigint, integer, timestamptz, text, text, text, timestamptz) is
    'What the ledger keeps of a waiting caller''s calls, for messages: missed_calls, '
    'last_missed_at, line_name, why, rung (managers whose phones rang), tries.';
