create or replace function journal.texts_with_digits(asked_source integer, digits text)
    returns setof text
    language sql
    stable
    set search_path = pg_catalog, pg_temp
    set jit = off
as $$
    select distinct t.content
    from (
        select x.content
        from journal.notification as n
        cross join lateral (
            values (n.caller), (n.receiver), (n.audio_path)
            union all
            select v.value #>> '{}'
            from jsonb_path_query(n.fields, 'strict $.**') as v (value)
            where jsonb_typeof(v.value) in ('string', 'number')
            union all
            select k.value #>> '{}'
            from jsonb_path_query(n.fields, '$.** ? (@.type() == "object").keyvalue().key')
                as k (value)) as x (content)
        where n.source_id = asked_source
            and (journal.contains_digits(n.fields::text, digits)
                or journal.contains_digits(n.caller, digits)
                or journal.contains_digits(n.receiver, digits))
        union all
        select x.content
        from calls.call as c
        cross join lateral (
            values (c.customer), (c.recording_url), (c.voicemail_url)
            union all
            select unnest(c.tags)) as x (content)
        where c.source_id = asked_source
    ) as t
    where journal.contains_digits(t.content, digits)
$$;
comment on function journal.texts_with_digits(integer, text) is
    'The texts that a source''s notifications and calls hold and that contain digits in this '
    'order: values and keys of fields, parties, links and tags.';
