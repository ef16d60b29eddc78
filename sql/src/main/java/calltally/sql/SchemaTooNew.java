package calltally.sql;

/** The database's schema is newer than this Calltally. */
final class SchemaTooNew extends LocalizedException {

  private static final long serialVersionUID = 1;

  SchemaTooNew(String newest, String found) {
    super(LocalizedText.of("calltally.sql", "schema.too_new", newest, found));
  }
}
