package calltally.app.demo.exchange;

/**
 * What all notifications of a call share.
 *
 * @param caller as the exchange writes it, also when withheld
 * @param receiver the number that was called
 */
record CallNumbers(String pbxId, String caller, String receiver) {}
