package calltally.ingest.notification;

import org.jspecify.annotations.Nullable;

/**
 * Why a request or a line is no notification.
 *
 * @param field the field that broke the rule; null when no single field did
 * @param rule the rule in words; never quotes the request
 */
public record Rejection(@Nullable String field, String rule) implements ParseResult {}
