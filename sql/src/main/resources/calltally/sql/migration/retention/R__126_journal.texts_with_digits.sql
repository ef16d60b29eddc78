drop function if exists journal.texts_with_digits(integer, text);
create or replace function journal.texts_with_digits(asked_source integer, digits text)
    returns table (content text, notification text, pbx_id text)
    language plpgsql
    stable
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set jit = off
    -- A month without an index is read whole, the others only where their index leads.
    set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
    pattern constant text := journal.digits_pattern(digits);
    -- The indexes have a pseudonym only where it is a party.
    own_key constant integer := case when digits not like '~%' then journal.number_key(digits) end;
begin
    return query
    with found as materialized (
        select n.occurred_at, n.digest, n.pbx_id, n.caller, n.receiver, n.audio_path, n.fields
        from journal.notification as n
        where n.source_id = asked_source
            and (own_key is null
                or journal.number_keys(n.caller, n.receiver, n.audio_path, n.fields)
                    && array[own_key])
            and coalesce(n.caller, '') || ' ' || coalesce(n.receiver, '') || ' '
                || coalesce(n.audio_path, '') || ' ' || n.fields::text ~ pattern
    ),
    text_found as materialized (
        select x.content, f.occurred_at, f.digest, f.pbx_id
        from found as f
        cross join lateral (
            values (f.caller), (f.receiver), (f.audio_path)
            union all
            select v.value #>> '{}'
            from jsonb_path_query(f.fields, 'strict $.**') as v (value)
            where jsonb_typeof(v.value) in ('string', 'number')
            union all
            select k.value #>> '{}'
            from jsonb_path_query(f.fields, '$.** ? (@.type() == "object").keyvalue().key')
                as k (value)) as x (content)
        where x.content ~ pattern
    ),
    found_id as (
        select distinct f.pbx_id
        from text_found as f
        where f.pbx_id is not null
    ),
    -- Whatever digits a call has are in its notifications, unless these have expired.
    call as (
        select c.pbx_id, c.customer, c.recording_url, c.voicemail_url, c.tags
        from (
            select i.pbx_id
            from found_id as i
            union
            select calls.first_id(asked_source, i.pbx_id)
            from found_id as i
            where exists (
                    select from journal.notification as n
                    where n.source_id = asked_source
                        and n.pbx_id = i.pbx_id
                        and n.alias is not null)
                or exists (
                    select from journal.notification as n
                    where n.source_id = asked_source
                        and n.alias = i.pbx_id)) as i
        join calls.call as c on c.source_id = asked_source and c.pbx_id = i.pbx_id
        union
        select c.pbx_id, c.customer, c.recording_url, c.voicemail_url, c.tags
        from calls.call as c
        where c.source_id = asked_source
            and c.local_date <= (
                select h.notifications_from::date + 1
                from journal.horizon as h
                where h.source_id = asked_source)
            and coalesce(c.customer, '') || ' ' || coalesce(c.recording_url, '') || ' '
                || coalesce(c.voicemail_url, '') || ' ' || coalesce(c.tags::text, '') ~ pattern
    )
    select f.content, f.occurred_at || ' ' || encode(f.digest, 'hex'), null
    from text_found as f
    union all
    select x.content, null, c.pbx_id
    from call as c
    cross join lateral (
        values (c.customer), (c.recording_url), (c.voicemail_url)
        union all
        select unnest(c.tags)) as x (content)
    where x.content ~ pattern;
end
$$;
comment on function journal.texts_with_digits(integer, text) is
    'The texts that a source''s notifications and calls hold and that contain digits in this '
    'order: values and keys of fields, parties, links and tags. Each with its notification, as '
    'journal.notifications_of_customer takes it, or with its call.';
