package calltally.ingest.journal;

/** Whether the database can store anything. */
public enum DatabaseState {
  WRITABLE,
  /** It answers, but is a standby or refuses all writes. */
  READ_ONLY,
  AWAY
}
