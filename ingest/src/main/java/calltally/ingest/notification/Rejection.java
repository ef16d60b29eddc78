package calltally.ingest.notification;

import org.jspecify.annotations.Nullable;

/**
 * Why something that was received could not become a notification.
 *
 * @param field the field that broke the rule; null when the whole cannot be read
 * @param rule the rule in words; says nothing of what was sent
 */
public record Rejection(@Nullable String field, String rule) implements ParseResult {}
