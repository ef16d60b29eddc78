-- The indexes of months contain what this returns: a change of it needs a new name.
create or replace function journal.number_keys(
    caller text,
    receiver text,
    audio_path text,
    fields jsonb)
    returns integer[]
    language plpgsql
    immutable
    parallel safe
    cost 1000
    set search_path = pg_catalog, pg_temp
as $$
declare
    content constant text := coalesce(caller, '') || ' ' || coalesce(receiver, '') || ' '
        || coalesce(audio_path, '') || ' ' || fields::text;
    keys integer[] := '{}';
    digits text := '';
    run text;
begin
    -- Wherever digits end, a number may end.
    foreach run in array regexp_split_to_array(replace(content, '%20', ' '), '[^0-9]+') loop
        digits := right(digits || run, 6);
        if length(digits) = 6 then
            keys := keys || digits::integer % 65536;
        end if;
    end loop;
    if strpos(content, '%20') > 0 then
        digits := '';
        foreach run in array regexp_split_to_array(content, '[^0-9]+') loop
            digits := right(digits || run, 6);
            if length(digits) = 6 then
                keys := keys || digits::integer % 65536;
            end if;
        end loop;
    end if;
    if caller like '~%' then
        keys := keys || journal.number_key(caller);
    end if;
    if receiver like '~%' then
        keys := keys || journal.number_key(receiver);
    end if;
    return keys;
end
$$;
comment on function journal.number_keys(text, text, text, jsonb) is
    'The keys of all that may be a number in a notification, by journal.number_key: the last six '
    'digits of each, whatever punctuation separates them.';
