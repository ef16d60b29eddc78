create or replace view analytics.daily_manager as
select
    s.name as source,
    m.local_date,
    m.manager_number,
    m.manager,
    m.department,
    m.attempts,
    m.calls_offered,
    m.calls_answered,
    m.answered,
    m.no_answer,
    m.busy,
    m.busy_in_call,
    m.unavailable,
    m.taken_by_another,
    m.caller_gave_up,
    m.other,
    m.untold,
    m.answerable_calls,
    m.picked_up_calls,
    m.missed_calls,
    m.ring_sum,
    m.ring_count,
    m.ring_median,
    m.ring_p90,
    m.talk_sum,
    m.talk_count,
    m.transfers_in,
    m.transfers_out,
    m.outgoing,
    m.connected,
    m.outgoing_talk_sum,
    m.callbacks,
    m.callback_tries,
    m.first_activity,
    m.last_activity,
    analytics.manager_answer_rate(
        m.picked_up_calls, m.answerable_calls, m.untold, m.attempts) as answer_rate,
    analytics.rate(m.answered, m.answered + m.taken_by_another) as pickup_share,
    analytics.rate(m.busy, m.answered + m.no_answer + m.busy) as busy_share,
    analytics.rate(m.no_answer, m.answered + m.no_answer + m.busy) as no_answer_share
from stats.daily_manager as m
join config.source as s using (source_id);
comment on view analytics.daily_manager is
    'One row per source, local date and manager with at least one attempt, answered or placed '
    'call; internal calls excluded.';
comment on column analytics.daily_manager.source is 'Name of the source.';
comment on column analytics.daily_manager.local_date is 'Local date of the calls'' start.';
comment on column analytics.daily_manager.manager_number is
    'The manager''s number; null when the directory lists several.';
comment on column analytics.daily_manager.manager is
    'The manager''s name in the directory, else their number.';
comment on column analytics.daily_manager.department is
    'The manager''s department; null when not given.';
comment on column analytics.daily_manager.attempts is
    'Rings of the manager''s phones: the sum of the seven outcomes that follow calls_answered. Of '
    'calls with the anomaly rings_unknown none is known: on such a date (rings_unknown of '
    'data_quality) this and all counts of rings are too low, and 0 means not told.';
comment on column analytics.daily_manager.calls_offered is 'Distinct calls among the attempts.';
comment on column analytics.daily_manager.calls_answered is
    'Answered incoming calls whose manager is this manager.';
comment on column analytics.daily_manager.answered is 'Attempts answered.';
comment on column analytics.daily_manager.no_answer is 'Attempts that the manager did not answer.';
comment on column analytics.daily_manager.busy is 'Attempts that found the manager busy.';
comment on column analytics.daily_manager.busy_in_call is
    'Of the busy attempts, those that found the manager on another call.';
comment on column analytics.daily_manager.unavailable is
    'Attempts that found the phone unavailable.';
comment on column analytics.daily_manager.taken_by_another is
    'Attempts that ended because somebody else answered.';
comment on column analytics.daily_manager.caller_gave_up is
    'Attempts that ended because the caller hung up.';
comment on column analytics.daily_manager.other is
    'Attempts with the outcome other, ringing or unknown.';
comment on column analytics.daily_manager.untold is
    'Of other, those with the outcome unknown: the exchange does not tell how the ring ended.';
comment on column analytics.daily_manager.answerable_calls is
    'Distinct calls with an attempt that is answered, no_answer, or busy and not in a call: those '
    'that the manager could have answered.';
comment on column analytics.daily_manager.picked_up_calls is
    'Of these, the calls with an answered attempt.';
comment on column analytics.daily_manager.missed_calls is
    'Distinct missed calls in which the manager had an attempt no_answer.';
comment on column analytics.daily_manager.ring_sum is
    'Seconds: sum of known ring times of answered attempts.';
comment on column analytics.daily_manager.ring_count is 'Answered attempts with a known ring time.';
comment on column analytics.daily_manager.ring_median is
    'Seconds: median ring time of answered attempts (percentile_cont); null without one.';
comment on column analytics.daily_manager.ring_p90 is
    'Seconds: 90th percentile of the same; null without one.';
comment on column analytics.daily_manager.talk_sum is
    'Seconds: sum of the manager''s talk shares of incoming calls.';
comment on column analytics.daily_manager.talk_count is
    'Picked-up calls with a known talk share.';
comment on column analytics.daily_manager.transfers_in is
    'Answered incoming calls that another manager had answered before.';
comment on column analytics.daily_manager.transfers_out is
    'Answered incoming calls that another manager answered after.';
comment on column analytics.daily_manager.outgoing is 'Calls placed by the manager.';
comment on column analytics.daily_manager.connected is
    'Calls placed by the manager that were answered.';
comment on column analytics.daily_manager.outgoing_talk_sum is
    'Seconds: sum of known talks of the calls that the manager placed.';
comment on column analytics.daily_manager.callbacks is
    'Calls placed by the manager that were the first contact of at least one missed or presumed '
    'missed call.';
comment on column analytics.daily_manager.callback_tries is
    'Calls placed by the manager to a customer waiting for a call-back that were no contact.';
comment on column analytics.daily_manager.first_activity is
    'Instant of the first attempt answered (its start, else its end) or call placed; null without '
    'one.';
comment on column analytics.daily_manager.last_activity is
    'Instant of the last attempt answered (its start, else its end) or call placed; null without '
    'one.';
comment on column analytics.daily_manager.answer_rate is
    'picked_up_calls / answerable_calls, 0 to 1; null for an empty denominator, and when at least '
    '3 and more than 5 % of the attempts are untold.';
comment on column analytics.daily_manager.pickup_share is
    'answered / (answered + taken_by_another), 0 to 1: how often the manager is the one who takes '
    'a common ring; null for an empty denominator.';
comment on column analytics.daily_manager.busy_share is
    'busy / (answered + no_answer + busy), 0 to 1; null when that is 0.';
comment on column analytics.daily_manager.no_answer_share is
    'no_answer / (answered + no_answer + busy), 0 to 1; null when that is 0.';
