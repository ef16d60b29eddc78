package calltally.exchange;

/** The result of reading a request or a line. */
public sealed interface ParseResult permits Notification, Rejection {}
