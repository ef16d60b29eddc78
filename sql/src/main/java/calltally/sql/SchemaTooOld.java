package calltally.sql;

/** The database's schema is not yet that of this Calltally, which must not change it. */
final class SchemaTooOld extends LocalizedException {

  private static final long serialVersionUID = 1;

  SchemaTooOld() {
    super(LocalizedText.of("calltally.sql", "schema.too_old"));
  }
}
