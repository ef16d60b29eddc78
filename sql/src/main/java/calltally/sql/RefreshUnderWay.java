package calltally.sql;

/** Another transaction has the {@linkplain RefreshLock turn}. */
public final class RefreshUnderWay extends LocalizedException {

  private static final long serialVersionUID = 1;

  RefreshUnderWay(Throwable cause) {
    super(LocalizedText.of("calltally.sql", "refresh.under_way"), cause);
  }
}
