package calltally.ingest.receiver;

/** A request that asks how the receiver is. */
record Visitor(String method, Sender sender) {

  boolean isReading() {
    return method.equals("GET") || method.equals("HEAD");
  }
}
