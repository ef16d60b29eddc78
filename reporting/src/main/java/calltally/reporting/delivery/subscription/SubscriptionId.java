package calltally.reporting.delivery.subscription;

/**
 * The identity of a subscription.
 *
 * @param key within the source
 */
public record SubscriptionId(String source, String key) {

  public static SubscriptionId of(Subscription subscription) {
    return new SubscriptionId(subscription.source(), subscription.key());
  }
}
