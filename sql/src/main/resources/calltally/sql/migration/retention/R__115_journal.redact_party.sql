create or replace function journal.redact_party(fields jsonb, party text, number text, mark text)
    returns jsonb
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case
        when number is null then fields
        when fields -> party is null then journal.redact_number(fields, number, mark)
        else journal.redact_number(fields || jsonb_build_object(party, mark), number, mark)
    end
$$;
comment on function journal.redact_party(jsonb, text, text, text) is
    'Fields as sent with a mark replacing the number of a party (caller or receiver) wherever it '
    'occurs; unchanged without a number.';
