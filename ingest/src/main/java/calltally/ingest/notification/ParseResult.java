package calltally.ingest.notification;

/** What became of something that was received. */
public sealed interface ParseResult permits Notification, Rejection {}
