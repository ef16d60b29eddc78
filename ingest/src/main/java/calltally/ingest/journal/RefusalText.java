package calltally.ingest.journal;

/** A refusal as the journal takes it: a JSON object. */
record RefusalText(String json) implements Written {

  @Override
  public int length() {
    return json.length();
  }
}
