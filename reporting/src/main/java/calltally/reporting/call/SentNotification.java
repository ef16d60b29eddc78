package calltally.reporting.call;

import calltally.exchange.RawNotification;

/** A notification of a call that its exchange's rules must translate. */
record SentNotification(String exchange, RawNotification raw) {}
