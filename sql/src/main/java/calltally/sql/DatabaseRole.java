package calltally.sql;

/** A database role: the rights of one part of the program, or of analysts. */
public enum DatabaseRole {
  /** Appends to the journal. */
  INGEST("calltally_ingest"),
  /** Derives calls and statistics from the journal. */
  REFRESH("calltally_refresh"),
  /** Reads what reports show. */
  REPORT("calltally_report"),
  /** Keeps the sessions of the web page. */
  WEB("calltally_web"),
  /** Reads the schema analytics. */
  ANALYST("analyst");

  private final String sqlName;

  DatabaseRole(String sqlName) {
    this.sqlName = sqlName;
  }

  /** Its name in PostgreSQL. */
  public String sqlName() {
    return sqlName;
  }
}
