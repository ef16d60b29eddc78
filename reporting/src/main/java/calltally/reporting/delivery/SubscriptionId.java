package calltally.reporting.delivery;

/**
 * What a subscription is known by.
 *
 * @param key within the source
 */
record SubscriptionId(String source, String key) {

  static SubscriptionId of(Subscription subscription) {
    return new SubscriptionId(subscription.source(), subscription.key());
  }
}
