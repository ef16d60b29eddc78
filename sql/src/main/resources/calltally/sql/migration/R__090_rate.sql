create schema if not exists analytics;
comment on schema analytics is 'The analysts'' interface: names and columns are kept, additions come at the end. Seconds are numeric with milliseconds; instants carry a zone; local dates and hours are those of the source''s zone.';

create or replace function analytics.rate(part bigint, whole bigint) returns numeric
    language sql
    immutable
    parallel safe
return round(part::numeric / nullif(whole, 0), 4);
comment on function analytics.rate(bigint, bigint) is 'A share of a whole, from 0 to 1 with four digits; null when the whole is empty.';

create or replace function analytics.service_level(answered_in_time bigint, answered bigint, missed bigint, short_missed bigint) returns numeric
    language sql
    immutable
    parallel safe
return analytics.rate(answered_in_time, answered + missed - short_missed);
comment on function analytics.service_level(bigint, bigint, bigint, bigint) is 'Answered in time / (answered + missed - short missed), 0 to 1; null for an empty denominator.';

create or replace function analytics.wilson_low(part bigint, whole bigint) returns numeric
    language sql
    immutable
    parallel safe
return (part + 1.959964 ^ 2 / 2 - 1.959964 * sqrt(part::numeric * (whole - part) / nullif(whole, 0) + 1.959964 ^ 2 / 4)) / (whole + 1.959964 ^ 2);
comment on function analytics.wilson_low(bigint, bigint) is 'Lower end of the 95 % Wilson interval of a rate, 0 to 1, unrounded; null when the whole is empty.';

create or replace function analytics.wilson_high(part bigint, whole bigint) returns numeric
    language sql
    immutable
    parallel safe
return (part + 1.959964 ^ 2 / 2 + 1.959964 * sqrt(part::numeric * (whole - part) / nullif(whole, 0) + 1.959964 ^ 2 / 4)) / (whole + 1.959964 ^ 2);
comment on function analytics.wilson_high(bigint, bigint) is 'Upper end of the 95 % Wilson interval of a rate, 0 to 1, unrounded; null when the whole is empty.';
