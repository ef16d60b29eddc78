create or replace function stats.silence_limit(
    gaps bigint,
    short_gap_seconds numeric,
    long_gaps_seconds numeric[],
    longest_working_day numeric)
    returns numeric
    language plpgsql
    immutable
    parallel safe
    set search_path = pg_catalog, pg_temp
as $$
declare
    short_gaps constant bigint := gaps - coalesce(cardinality(long_gaps_seconds), 0);
    rank constant numeric := 0.95 * (gaps - 1);
    below constant bigint := floor(rank);
    low constant numeric := case
        when below >= short_gaps then long_gaps_seconds[below - short_gaps + 1]
        else short_gap_seconds
    end;
    high constant numeric := case
        when below + 1 >= short_gaps then long_gaps_seconds[below - short_gaps + 2]
        else short_gap_seconds
    end;
begin
    if coalesce(gaps, 0) < 20 then
        return longest_working_day;
    end if;
    return greatest(7200, 3 * (low + (rank - below) * (coalesce(high, low) - low)));
end
$$;
comment on function stats.silence_limit(bigint, numeric, numeric[], numeric) is
    'Seconds: max(2 h, 3 * the 95th percentile, continuous, of the gaps between calls), given '
    'their number, the longest up to 40 minutes and all above 40 minutes in ascending order. The '
    'lengths of the others make no difference: they lie below a third of 2 h. With fewer than 20 '
    'gaps, the working time of the longest day of the week.';
