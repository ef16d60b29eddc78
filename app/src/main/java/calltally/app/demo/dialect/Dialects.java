package calltally.app.demo.dialect;

import java.util.List;
import java.util.Optional;

/** The dialects that the demonstration can speak. An exchange need not have one. */
public final class Dialects {

  private static final List<Dialect> ALL =
      List.of(
          new AsteriskDialect(),
          new ITooLabsDialect(),
          new MangoDialect(),
          new UisDialect(),
          new ZadarmaDialect());

  private Dialects() {}

  /** All, by the name of their exchange. */
  public static List<Dialect> all() {
    return ALL;
  }

  public static Optional<Dialect> of(String exchange) {
    return ALL.stream().filter(dialect -> dialect.exchange().equals(exchange)).findFirst();
  }
}
