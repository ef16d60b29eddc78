package calltally.web.status;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Checks how Calltally is doing at the moment that a page shows. */
@FunctionalInterface
public interface StatusSource {

  List<StatusLine> lines(Locale language, Instant now);
}
