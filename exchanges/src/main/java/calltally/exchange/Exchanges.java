package calltally.exchange;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The exchanges that Calltally knows. */
public final class Exchanges {

  /** Its notifications are those of the definitions; a source without an exchange has it. */
  public static final String DEFAULT_NAME = "sipsim";

  private static final Map<String, PbxProtocol> BY_NAME =
      ServiceLoader.load(PbxProtocol.class, Exchanges.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .collect(Collectors.toUnmodifiableMap(PbxProtocol::name, Function.identity()));

  private static final Set<String> HEADERS =
      BY_NAME.values().stream()
          .flatMap(exchange -> exchange.headers().stream())
          .collect(Collectors.toUnmodifiableSet());

  private Exchanges() {}

  /** All, by name. */
  public static List<PbxProtocol> all() {
    return BY_NAME.values().stream().sorted(comparing(PbxProtocol::name)).toList();
  }

  /** Those that exist, by name. */
  public static List<PbxProtocol> offered() {
    return all().stream().filter(exchange -> !exchange.isExample()).toList();
  }

  public static Optional<PbxProtocol> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * The exchange of that name.
   *
   * @throws IllegalStateException when this version knows none
   */
  public static PbxProtocol require(String name) {
    return named(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "cannot read notifications: exchange must be one of %s (was %s)"
                        .formatted(BY_NAME.keySet(), name)));
  }

  public static PbxProtocol standard() {
    return require(DEFAULT_NAME);
  }

  /** The headers that any of them reads, in lower case. */
  public static Set<String> headers() {
    return HEADERS;
  }
}
