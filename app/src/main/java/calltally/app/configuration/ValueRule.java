package calltally.app.configuration;

import calltally.app.directory.EntryRule;
import calltally.ingest.receiver.Network;
import calltally.reporting.delivery.schedule.Schedule;
import calltally.reporting.mail.MailAddress;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the text of a value has to be.
 *
 * @param words completes "it has to be …"
 * @param parse reads the text, with any runtime exception when the rule is broken
 * @param isSecret the text must not be repeated in messages
 */
record ValueRule<T>(String words, Function<String, T> parse, boolean isSecret) {

  private static final Pattern SIZE_IN_UNITS = Pattern.compile("([1-9]\\d{0,5}) ?(MiB|GiB)");
  private static final Pattern SPAN = Pattern.compile("(\\d{1,6}) ?(s|min|h|d)");

  private static final Pattern MONTH_COUNT = Pattern.compile("(\\d{1,4}) ?months?");
  private static final Pattern DAY_COUNT = Pattern.compile("(\\d{1,5}) ?(?:days?|d)");

  static final ValueRule<String> TEXT = matching("a text", text -> !text.isBlank());
  static final ValueRule<String> SECRET = new ValueRule<>("a text", Function.identity(), true);
  static final ValueRule<String> NAME =
      matching(
          "a name of at most 50 letters, digits, - and _",
          text -> text.matches("[\\p{L}\\p{N}_-]{1,50}"));
  static final ValueRule<String> TOKEN =
      new ValueRule<>("16 to 200 letters, digits, - and _", ValueRule::token, true);
  static final ValueRule<String> SIGNING_SECRET =
      new ValueRule<>(
          "a text of 8 to 500 characters",
          text -> require(text, secret -> secret.matches("[^\\p{Cntrl}]{8,500}")),
          true);
  static final ValueRule<String> PASSWORD =
      new ValueRule<>(
          "a password of at least 8 characters",
          text -> require(text, word -> word.length() >= 8),
          true);
  static final ValueRule<Network> NETWORK =
      new ValueRule<>("an address or a network, such as 203.0.113.0/24", Network::parse, false);
  static final ValueRule<MailAddress> ADDRESS =
      new ValueRule<>("a mail address", MailAddress::parse, false);
  static final ValueRule<String> DOMAIN =
      matching(
          "a domain, such as example.com",
          text -> text.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"));
  static final ValueRule<URI> UNSUBSCRIBE =
      new ValueRule<>(
          "an address that starts with mailto: or https:", ValueRule::unsubscribe, false);
  static final ValueRule<String> TITLE =
      matching(
          "a name of at most 100 characters",
          text -> text.matches("[^\\p{Cntrl}]{1,100}") && !text.isBlank());
  static final ValueRule<Boolean> YES_OR_NO =
      new ValueRule<>(
          "true or false",
          text -> oneOf("true", "false").parse().apply(text).equals("true"),
          false);
  static final ValueRule<String> JDBC_URL =
      new ValueRule<>("an address that starts with jdbc:postgresql:", ValueRule::jdbcUrl, true);
  static final ValueRule<Schedule> SCHEDULE =
      new ValueRule<>(
          "days and a time, such as weekdays 08:00, weekly mon 08:00 or monthly 1 08:00",
          Schedule::parse,
          false);
  static final ValueRule<String> REGION =
      matching(
          "a country of two letters, such as BY",
          text -> Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(text));
  static final ValueRule<Integer> PORT =
      new ValueRule<>("a port from 0 to 65535", ValueRule::port, false);
  static final ValueRule<Integer> WHOLE_MONTHS =
      new ValueRule<>("1 to 1200 months", ValueRule::wholeMonths, false);
  static final ValueRule<Integer> CALLS =
      new ValueRule<>("a number of calls from 1 to 10000", ValueRule::calls, false);
  static final ValueRule<URI> WEBHOOK =
      new ValueRule<>("an address that starts with https:// or http://", ValueRule::webhook, true);
  static final ValueRule<Integer> RATE =
      new ValueRule<>("a number of requests from 2000 to 1000000", ValueRule::rate, false);
  static final ValueRule<ZoneId> ZONE =
      new ValueRule<>("an IANA time zone, such as Europe/Minsk", ZoneId::of, false);
  static final ValueRule<LocalDate> DATE =
      new ValueRule<>("a date, such as 2026-12-25", LocalDate::parse, false);
  static final ValueRule<BigDecimal> SHARE =
      new ValueRule<>("a share from 0 to 1, such as 0.90", ValueRule::share, false);
  static final ValueRule<Duration> DURATION =
      new ValueRule<>("a time span, such as 20s, 5min, 4h or 7d", ValueRule::span, false);
  static final ValueRule<Period> MONTHS =
      new ValueRule<>("a number of months, such as 24 months", ValueRule::months, false);
  static final ValueRule<Duration> DAYS =
      new ValueRule<>("a number of days from 30 on, such as 180 days", ValueRule::days, false);
  static final ValueRule<Long> SIZE =
      new ValueRule<>("a size of at least 1MiB, such as 512MiB or 1GiB", ValueRule::size, false);
  static final ValueRule<Path> PATH = new ValueRule<>("a path", Path::of, false);

  /** The rule for the entries of the directory, wherever they are written. */
  static <T> ValueRule<T> of(EntryRule<T> rule) {
    return new ValueRule<>(rule.words(), rule.parse(), false);
  }

  /** One of the constants, as they are written. */
  static <T extends Enum<T>> ValueRule<T> of(T[] constants) {
    List<T> known = List.of(constants);
    return new ValueRule<>(
        "one of " + known.stream().map(Enum::toString).collect(Collectors.joining(", ")),
        text ->
            known.stream()
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(),
        false);
  }

  static ValueRule<String> oneOf(String... values) {
    return matching("one of " + String.join(", ", values), List.of(values)::contains);
  }

  private static ValueRule<String> matching(String words, Predicate<String> rule) {
    return new ValueRule<>(words, text -> require(text, rule), false);
  }

  private static String require(String text, Predicate<String> rule) {
    if (!rule.test(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static String token(String text) {
    return require(text, token -> token.matches("[A-Za-z0-9_-]{16,200}"));
  }

  private static String jdbcUrl(String text) {
    return require(text, url -> url.startsWith("jdbc:postgresql:"));
  }

  private static Integer port(String text) {
    return Integer.valueOf(require(text, port -> Integer.parseInt(port) >>> 16 == 0));
  }

  private static URI unsubscribe(String text) {
    return URI.create(
        require(text, address -> address.matches("(https://|mailto:)[\\x21-\\x7e&&[^<>]]+")));
  }

  private static Integer wholeMonths(String text) {
    return Integer.valueOf(
        require(text, months -> months.matches("[1-9]\\d{0,2}|1[01]\\d\\d|1200")));
  }

  private static Integer calls(String text) {
    return Integer.valueOf(require(text, calls -> calls.matches("[1-9]\\d{0,3}|10000")));
  }

  private static URI webhook(String text) {
    URI address = URI.create(require(text, url -> url.matches("https?://[\\x21-\\x7e]+")));
    return URI.create(require(text, url -> address.getHost() != null));
  }

  private static Integer rate(String text) {
    int rate = Integer.parseInt(text);
    require(text, number -> rate >= 2000 && rate <= 1_000_000);
    return rate;
  }

  private static BigDecimal share(String text) {
    require(text, share -> share.matches("[01](\\.\\d{1,4})?"));
    return new BigDecimal(
        require(text, share -> new BigDecimal(share).compareTo(BigDecimal.ONE) <= 0));
  }

  private static Duration span(String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw new IllegalArgumentException();
    }
    long amount = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "min" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static Period months(String text) {
    return Period.ofMonths(number(text, MONTH_COUNT, 1));
  }

  /** Whoever waits for a call-back has to be called by his number. */
  private static Duration days(String text) {
    return Duration.ofDays(number(text, DAY_COUNT, 30));
  }

  private static int number(String text, Pattern pattern, int least) {
    Matcher count = pattern.matcher(text);
    if (!count.matches() || Integer.parseInt(count.group(1)) < least) {
      throw new IllegalArgumentException();
    }
    return Integer.parseInt(count.group(1));
  }

  private static Long size(String text) {
    Matcher size = SIZE_IN_UNITS.matcher(text);
    if (!size.matches()) {
      throw new IllegalArgumentException();
    }
    return Long.parseLong(size.group(1)) << (size.group(2).equals("MiB") ? 20 : 30);
  }
}
