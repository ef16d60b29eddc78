package calltally.app.demo.exchange;

/**
 * The numbers in all notifications of a call.
 *
 * @param caller as the exchange writes it, also when withheld
 * @param receiver the number that was called
 */
record CallNumbers(String pbxId, String caller, String receiver) {}
