package calltally.sql.settings;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs once what other programs take from a service's sources. */
final class LostSources {

  private static final Logger LOG = LoggerFactory.getLogger(LostSources.class);

  private Map<String, SourceAccess> known = Map.of();

  /** Compares the service's active sources with those of the last time. */
  void log(List<SourceAccess> sources) {
    Map<String, SourceAccess> now =
        sources.stream().collect(Collectors.toMap(SourceAccess::name, Function.identity()));
    known.forEach((name, before) -> log(name, before, now.get(name)));
    known = now;
  }

  private static void log(String name, SourceAccess before, @Nullable SourceAccess after) {
    if (after == null) {
      LOG.warn("source {}: another service took it away; its notifications are refused", name);
    } else if (!after.access().acceptsAllOf(before.access())) {
      LOG.warn(
          "source {}: another program changed its tokens, signing secrets or networks; some of its"
              + " notifications may be refused",
          name);
    }
  }
}
