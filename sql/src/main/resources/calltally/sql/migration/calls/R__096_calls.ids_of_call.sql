create or replace function calls.ids_of_call(asked_source integer, asked_id text) returns text[]
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select case
        when calls.first_id(asked_source, asked_id) = asked_id
            then array(select calls.same_call(asked_source, asked_id))
        else '{}'
    end
$$;
comment on function calls.ids_of_call(integer, text) is
    'The identifiers whose notifications are the call with this one; none when the call is derived '
    'under another.';
