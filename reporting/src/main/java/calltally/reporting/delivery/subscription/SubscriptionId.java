package calltally.reporting.delivery.subscription;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * The identity of a subscription.
 *
 * @param key within the source
 */
public record SubscriptionId(String source, String key) {

  public static SubscriptionId of(Subscription subscription) {
    return new SubscriptionId(subscription.source(), subscription.key());
  }

  /**
   * Whether a row belongs to one of the subscriptions. They are sent as two arrays: PostgreSQL
   * refuses lists of some thousand pairs.
   */
  public static Condition isAnyOf(
      Collection<SubscriptionId> ids, Field<String> source, Field<String> key) {
    return condition(
        "({0}, {1}) in (select source, key from unnest({2}, {3}) as id (source, key))",
        source, key, texts(ids, SubscriptionId::source), texts(ids, SubscriptionId::key));
  }

  private static Field<String[]> texts(
      Collection<SubscriptionId> ids, Function<SubscriptionId, String> text) {
    return val(ids.stream().map(text).toArray(String[]::new));
  }
}
