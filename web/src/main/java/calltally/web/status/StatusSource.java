package calltally.web.status;

import java.util.List;
import java.util.Locale;

/** Checks how Calltally is doing. */
@FunctionalInterface
public interface StatusSource {

  List<StatusLine> lines(Locale language);
}
